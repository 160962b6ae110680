import type { Call } from '@portico/microsoft/policies/policy';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { later } from '@portico/twin/platform/durations';
import { settle } from '@portico/twin/platform/settle';
import { dataverseTwin } from '@portico/twin/services/dataverse';
import { websitesTwin } from '@portico/twin/services/websites';
import { withoutServer } from '@portico/twin/test-support/without-server';
import type { World } from '@portico/twin/world';
import type { Chance } from '../../seeded.ts';
import type { Mischief } from '../mischief.ts';
import type { Tokens } from '../tokens.ts';
import { unreliable } from '../unreliable.ts';
import type { Kind } from './mischief.ts';
import { isUp, portals } from './small-world.ts';
import type { WriteWatch } from './watch-writes.ts';

interface Means {
  readonly twin: World;
  readonly time: VirtualWorld;
  readonly chance: Chance;
  readonly mischief: Mischief<Kind>;
  readonly tokens: Tokens;
  readonly watch: WriteWatch;
  readonly tell: (line: () => string) => void;
  readonly throttledUntil: () => number;
  readonly broken: (words: string) => void;
}

const scopes = ['PowerPages.Websites.Write'];

/** The twin's Power Pages and Dataverse without a server, the site itself, and what may happen to a call to them. */
export function createWire({ twin, time, chance, mischief, tokens, watch, tell, ...told }: Means) {
  const websites = withoutServer(twin, websitesTwin);
  const dataverse = withoutServer(twin, dataverseTwin);

  async function deliver(call: Call) {
    settle(twin);
    const { exchange, url, headers, body } = call;
    const { service, name } = exchange;
    if (service.name === 'The portal') return site(url);
    const caller = tokens.read(headers.get('authorization') ?? '');
    const person = twin.state.directory.people.find(({ id }) => id === caller);
    if (!person) return { status: 401, body: { message: '(Unauthorized)' } };
    const sent: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const arriving = { name, url, headers: headers.toJSON(), body: sent, person, scopes };
    if (service.name === 'Dataverse') return dataverse(arriving);
    if (name !== 'createWebsite') return websites(arriving);
    const arrival = watch.arrives(sent);
    if (mischief.strikes('creation fails late'))
      twin.state.faults.push({ kind: 'operation-fails', endpoint: 'createWebsite', count: 1 });
    const reply = await websites(arriving);
    twin.state.faults.splice(0);
    arrival.replied(reply.status);
    if (reply.status === 202) afterwards();
    tell(() => `${JSON.stringify(sent)} arrives: ${reply.status} ${JSON.stringify(reply.body ?? '')}`);
    return { status: reply.status, body: reply.body, headers: reply.headers, heard: arrival.heard };
  }

  /** What may become of a site that was just taken. */
  function afterwards(): void {
    if (mischief.strikes('list lags')) {
      watch.lagged();
      const [count, seconds] = [chance.between(1, 4), chance.between(20, 120)];
      twin.state.faults.push({ kind: 'stale-reads', endpoint: 'listWebsites', count, seconds });
    }
    const made = twin.state.platform.sites.at(-1);
    if (made && mischief.strikes('answers late'))
      made.away = {
        from: made.createdAt,
        until: later(new Date(made.readyAt), chance.between(30, 200) * 1000),
      };
  }

  /** A private site sends people to sign in, once it is up. */
  function site(url: string) {
    const subdomain = new URL(url).hostname.split('.')[0];
    const there = portals(twin).find((each) => each.subdomain === subdomain);
    if (!there) return { status: 404 };
    if (!isUp(twin, there)) return { status: 503 };
    return { status: 302, headers: { location: 'http://login.twin.localhost/sign-in' } };
  }

  return unreliable({ time, chance, mischief, tokens, tell, ...told, looksWith: 'listWebsites', deliver });
}
