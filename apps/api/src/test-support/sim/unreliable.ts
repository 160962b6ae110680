import { NoAnswer } from '@portico/microsoft/policies/no-answer';
import type { Call } from '@portico/microsoft/policies/policy';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { never } from '../../operations/ending.ts';
import type { Chance } from '../seeded.ts';
import type { Disk } from './disk.ts';
import type { Life } from './life.ts';
import type { CallFault, Mischief } from './mischief.ts';
import type { Tokens } from './tokens.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Means {
  readonly time: VirtualWorld;
  readonly chance: Chance;
  readonly mischief: Mischief<CallFault>;
  readonly tokens: Tokens;
  readonly tell: (line: () => string) => void;
  readonly broken: (words: string) => void;
  /** Until when the operation has stored that it was asked to wait, in milliseconds since 1970. */
  readonly throttledUntil: () => number;
  /** The call with which each look begins: those that went side by side with a throttled one may still be going on. */
  readonly looksWith: string;
  /** What the service does with a call that was sent then and arrives; `heard` runs when the product has its answer. */
  readonly deliver: (call: Call, sentAt: number) => Promise<Answer & { readonly heard?: () => void }>;
}

const busy = { error: { code: 'TooManyRequests', message: 'Number of requests exceeded the limit.' } };
const unwell = { code: 'UnexpectedError', message: 'An unexpected error occurred.' };

/** Until when the operation waits because it was asked to, as it is stored. */
export const throttleOn = (disk: Disk, current: () => string) => () =>
  Math.max(
    0,
    ...[...disk.waits]
      .filter(([key, { kind }]) => kind === 'throttle' && key.startsWith(`${current()} `))
      .map(([, { next_at }]) => next_at.getTime()),
  );

/** What may happen to a call on its way to a service and back. */
export function unreliable({ time, chance, mischief, tokens, tell, broken, ...about }: Means) {
  const { throttledUntil, looksWith, deliver } = about;
  const now = () => time.now().getTime();
  const arriveLate = (call: Call) => {
    const sentAt = now();
    void time.sleep(chance.between(1, 4) * 1000).then(() => deliver(call, sentAt));
  };

  /** One attempt of one call, on behalf of a process that may die meanwhile. */
  return async (life: Life, call: Call): Promise<Answer> => {
    const { name, endpoint } = call.exchange;
    const writes = endpoint.effect !== 'safe';
    // Reads fail less often: there are many of them, and only a write can be lost or doubled.
    const strikes = (kind: CallFault) => (writes || chance.next() < 0.2) && mischief.strikes(kind);
    const say = (what: string) => tell(() => `${name} ${what}`);
    await life.point(`${name} before it is sent`);
    const quiet = name === looksWith ? throttledUntil() - now() : 0;
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
    if (mischief.strikes('token turned down')) tokens.turnDown(call.headers.get('authorization') ?? '');
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
    const { heard, ...answer } = await deliver(call, now());
    if (strikes('server error after')) {
      say('is answered 504, after its effect');
      return { status: 504, body: unwell };
    }
    if (strikes('answer lost')) {
      say('has its effect, and its answer is lost');
      throw new NoAnswer('reset');
    }
    await life.point(`${name} before its answer`);
    heard?.();
    return answer;
  };
}
