import type { Call } from '@portico/microsoft/policies/policy';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { dataverseTwin } from '@portico/twin/services/dataverse';
import { dualWriteTwin } from '@portico/twin/services/dual-write';
import { withoutServer } from '@portico/twin/test-support/without-server';
import type { World } from '@portico/twin/world';
import type { Chance } from '../../seeded.ts';
import type { Mischief } from '../mischief.ts';
import { type Answer, unreliable } from '../unreliable.ts';
import type { Kind } from './mischief.ts';
import type { Page } from './people.ts';
import type { Link } from './small-world.ts';
import type { Tokens } from '../tokens.ts';
import type { WriteWatch } from './watch-writes.ts';

interface Means {
  readonly twin: World;
  readonly link: Link;
  readonly time: VirtualWorld;
  readonly chance: Chance;
  readonly mischief: Mischief<Kind>;
  readonly tokens: Tokens;
  readonly watch: WriteWatch;
  readonly page: Page;
  readonly tell: (line: () => string) => void;
  /** Milliseconds since 1970: until when the operation has stored that it was asked to wait. */
  readonly throttledUntil: () => number;
  /** Somebody cancels what runs. */
  readonly cancel: () => void;
  readonly broken: (words: string) => void;
}

/** The twin's services without a server, and what may happen to a call on its way there and back. */
export function createWire({
  twin,
  link,
  time,
  chance,
  mischief,
  tokens,
  watch,
  page,
  tell,
  ...told
}: Means) {
  const { cancel } = told;
  const dualWrite = withoutServer(twin, dualWriteTwin);
  const dataverse = withoutServer(twin, dataverseTwin);
  /** What the list still shows, and until when. */
  let lag = { since: 0, until: 0, body: undefined as unknown };
  let emptyAgain = 0;
  const now = () => time.now().getTime();

  async function deliver(call: Call, sentAt: number): Promise<Answer & { readonly heard?: () => void }> {
    const { exchange, url, headers, body } = call;
    const { service, name } = exchange;
    const caller = tokens.read(headers.get('authorization') ?? '');
    const person = twin.state.directory.people.find(({ id }) => id === caller);
    if (!person) return { status: 401, body: { message: '(Unauthorized)' } };
    const sent: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const arriving = { name, url, headers: headers.toJSON(), body: sent, person };
    if (service.name === 'Dataverse') return dataverse(arriving);
    if (name === 'listMaps') {
      // It means it when it says so five times: Microsoft's own automation asks as often.
      if (now() > emptyAgain && mischief.strikes('list empty')) {
        link.emptyReads = chance.between(1, 4);
        emptyAgain = now() + 30_000;
      }
      // It shows its own delay, not two at once: who is overtaken in that moment starts again by hand.
      if (now() < lag.until && page.clicked < lag.since) {
        watch.lagged();
        return { status: 200, body: lag.body };
      }
    }
    if (name !== 'start') return dualWrite(arriving);
    if (mischief.strikes('list lags')) {
      const list = new URL(`/api/DualWriteManagement/1.0/Entities?cid=${link.id}`, url).href;
      const { body: before } = await dualWrite({ name: 'listMaps', url: list, person });
      lag = { since: now(), until: now() + chance.between(1, 3) * 1000, body: before };
    }
    const arrival = watch.arrives(sent, sentAt);
    if (arrival.starts && mischief.strikes('somebody is quicker'))
      page.run(
        link.maps.filter(({ active }) => active === arrival.starts),
        chance.next() < 0.5,
      );
    if (arrival.copies && mischief.strikes('start fails late'))
      twin.state.faults.push({ kind: 'operation-fails', service: 'Dual-write', endpoint: 'start', count: 1 });
    const reply = await dualWrite(arriving);
    // A start that was refused has not met it.
    twin.state.faults = [];
    arrival.replied(reply.status, reply.body);
    if (mischief.strikes('cancelled after a change'))
      void time.sleep(chance.between(1, 3) * 1000).then(cancel);
    tell(() => `${JSON.stringify(sent)} arrives: ${reply.status} ${JSON.stringify(reply.body)}`);
    return { status: reply.status, body: reply.body, headers: reply.headers, heard: arrival.heard };
  }

  return unreliable({
    time,
    chance,
    mischief,
    tokens,
    tell,
    ...told,
    looksWith: 'listLinkedEnvironments',
    deliver,
  });
}
