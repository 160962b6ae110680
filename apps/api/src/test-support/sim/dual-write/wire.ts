import { NoAnswer } from '@portico/microsoft/policies/no-answer';
import type { Call } from '@portico/microsoft/policies/policy';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { dataverseTwin } from '@portico/twin/services/dataverse';
import { dualWriteTwin } from '@portico/twin/services/dual-write';
import { withoutServer } from '@portico/twin/test-support/without-server';
import type { World } from '@portico/twin/world';
import { never } from '../../../operations/ending.ts';
import type { Chance } from '../../seeded.ts';
import type { Life } from '../life.ts';
import type { Kind, Mischief } from './mischief.ts';
import type { Page } from './people.ts';
import type { Link } from './small-world.ts';
import type { Tokens } from './tokens.ts';
import type { Arrival, WriteWatch } from './watch-writes.ts';

interface Means {
  readonly twin: World;
  readonly link: Link;
  readonly time: VirtualWorld;
  readonly chance: Chance;
  readonly mischief: Mischief;
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

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const busy = { error: { code: 'TooManyRequests', message: 'Number of requests exceeded the limit.' } };
const unwell = { code: 'UnexpectedError', message: 'An unexpected error occurred.' };

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
  const { throttledUntil, cancel, broken } = told;
  const dualWrite = withoutServer(twin, dualWriteTwin);
  const dataverse = withoutServer(twin, dataverseTwin);
  /** What the list still shows, and until when. */
  let lag = { since: 0, until: 0, body: undefined as unknown };
  let emptyAgain = 0;
  const now = () => time.now().getTime();

  async function deliver(call: Call): Promise<Answer & { readonly arrival?: Arrival }> {
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
    const arrival = watch.arrives(sent);
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
    return { status: reply.status, body: reply.body, headers: reply.headers, arrival };
  }

  const arriveLate = (call: Call) => {
    void time.sleep(chance.between(1, 4) * 1000).then(() => deliver(call));
  };

  /** One attempt of one call, on behalf of a process that may die meanwhile. */
  return async (life: Life, call: Call): Promise<Answer> => {
    const { name, endpoint } = call.exchange;
    const writes = endpoint.effect === 'unsafe';
    // Reads fail less often: there are many of them, and only a write can be lost or doubled.
    const strikes = (kind: Kind) => (writes || chance.next() < 0.2) && mischief.strikes(kind);
    const say = (what: string) => tell(() => `${name} ${what}`);
    await life.point(`${name} before it is sent`);
    // Each look begins with the link; calls that went side by side with one that was throttled may still be going on.
    const quiet = name === 'listLinkedEnvironments' ? throttledUntil() - now() : 0;
    if (quiet > 0) broken(`asked too early: ${name} goes out ${quiet / 1000} s before it may`);
    if (strikes('never sent')) throw new NoAnswer('unreachable');
    if (strikes('request lost')) {
      say('is lost on its way');
      throw new NoAnswer('reset');
    }
    if (strikes('throttled')) {
      const seconds = chance.between(1, 20);
      say(`is throttled for ${seconds} s`);
      return { status: 429, headers: { 'retry-after': String(seconds) }, body: busy };
    }
    if (mischief.strikes('token turned down'))
      tokens.turnDown(call.headers.get('authorization') ?? '', now());
    if (strikes('server error before')) {
      say('is answered 503');
      return { status: 503, body: unwell };
    }
    if (writes && mischief.strikes('arrives late')) {
      say('times out, and arrives late');
      arriveLate(call);
      throw new NoAnswer('timeout');
    }
    if (writes || chance.next() < 0.1) await time.sleep(chance.between(20, 400));
    if (life.dead) {
      // What was under way when the process died arrives, or doesn't.
      if (writes && chance.next() < 0.5) arriveLate(call);
      return never();
    }
    const { arrival, ...answer } = await deliver(call);
    if (strikes('server error after')) {
      say('is answered 504, after its effect');
      return { status: 504, body: unwell };
    }
    if (strikes('answer lost')) {
      say('has its effect, and its answer is lost');
      throw new NoAnswer('reset');
    }
    await life.point(`${name} before its answer`);
    arrival?.heard();
    return answer;
  };
}
