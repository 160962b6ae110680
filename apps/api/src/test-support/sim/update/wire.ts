import type { Call } from '@portico/microsoft/policies/policy';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { settle } from '@portico/twin/platform/settle';
import { isAway } from '@portico/twin/platform/site-life';
import { people } from '@portico/twin/scenarios/contoso/ids';
import { dataverseTwin } from '@portico/twin/services/dataverse';
import { websitesTwin } from '@portico/twin/services/websites';
import { withoutServer } from '@portico/twin/test-support/without-server';
import type { World } from '@portico/twin/world';
import { never } from '../../../operations/ending.ts';
import type { Chance } from '../../seeded.ts';
import type { Life } from '../life.ts';
import type { Mischief } from '../mischief.ts';
import type { Tokens } from '../tokens.ts';
import { type Answer, unreliable } from '../unreliable.ts';
import type { Kind } from './mischief.ts';
import { subdomain } from './small-world.ts';
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
  /** Somebody edits one of these records, at the last moment. */
  readonly edit: (ids: readonly string[]) => void;
  /** The operation that is under way. */
  readonly operation: () => string;
}

const scopes = ['PowerPages.Websites.Read', 'PowerPages.Websites.Write'];
/** What never changes, by address: in all stories organizations have the same tables. */
const known = new Map<string, Answer>();
const isMetadata = /^(describeTable|listChoices|listFlags)$/;

/** The twin's Dataverse and Power Pages without a server, and what may happen to a call to them. */
export function createWire({
  twin,
  time,
  chance,
  mischief,
  tokens,
  watch,
  tell,
  edit,
  operation,
  ...told
}: Means) {
  const websites = withoutServer(twin, websitesTwin);
  const dataverse = withoutServer(twin, dataverseTwin);

  /** What arrives late is of who sent it. */
  const sentBy = new WeakMap<Call, string>();

  async function deliver(call: Call, by?: string): Promise<Answer & { readonly heard?: () => void }> {
    const { exchange, url, headers, body } = call;
    const { service, name } = exchange;
    if (service.name === 'The portal') return { status: isUp(twin) ? 302 : 503 };
    const caller = by ?? tokens.read(headers.get('authorization') ?? '');
    const person = twin.state.directory.people.find(({ id }) => id === caller);
    if (!person) return { status: 401, body: { message: '(Unauthorized)' } };
    if (isMetadata.test(name)) {
      const answer = known.get(url) ?? (await dataverse({ name, url, person }));
      known.set(url, answer);
      return answer;
    }
    settle(twin);
    const sent: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const arriving = { name, url, headers: headers.toJSON(), body: sent, person, scopes };
    if (service.name !== 'Dataverse') {
      const reply = await websites(arriving);
      if (name === 'restartWebsite') watch.restarted(reply.status);
      return reply;
    }
    if (name !== 'batch') return dataverse(arriving);
    const batch = watch.arrives(String(sent), sentBy.get(call) ?? '');
    if (mischief.strikes('edited at the last moment')) edit(batch.ids);
    batch.begins();
    const reply = await dataverse(arriving);
    batch.replied(reply.status);
    if (reply.status < 300 && mischief.strikes('edited right after')) edit(batch.ids);
    tell(() => `${batch.name} arrives: ${reply.status} ${reply.status < 300 ? '' : String(reply.body)}`);
    return reply;
  }

  const attempt = unreliable({
    time,
    chance,
    mischief,
    tokens,
    tell,
    ...told,
    looksWith: 'listWebsites',
    deliver: (call) => deliver(call),
  });

  return {
    /** One attempt of one call. A look is fifty of them: one in twenty is more than enough to go wrong. */
    send(life: Life, call: Call): Promise<Answer> {
      const quiet = call.exchange.endpoint.effect === 'safe' && chance.next() < 0.95;
      sentBy.set(call, operation());
      if (!quiet) return attempt(life, call);
      return life.dead ? never() : deliver(call);
    },
    /** By somebody to whom nothing happens. */
    calmly: (call: Call): Promise<Answer> => deliver(call, people.alex),
  };
}

const isUp = (twin: World): boolean =>
  twin.state.platform.sites.some((site) => site.subdomain === subdomain && !isAway(twin, site));
