import type { CheckId } from '@portico/contract/plan';
import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { Verbs, Wait } from '@portico/plan/action';
import type { Envelope, RunEvent } from '@portico/plan/event';
import type { Finding } from '@portico/plan/finding';
import { expect, test } from 'vitest';
import { Cancelled } from '../operations/ending.ts';
import { mend } from './mend.ts';
import type { Looked } from './run-checks.ts';

const check = 'system-administrator';
const id = 'op';
const says = { id: 'said' };
const ok: Finding = { state: 'ok', says };
const blocked: Finding = { state: 'blocked', says, remedy: { owner: 'tenant-admin', steps: [says] } };
const unknown = (code: ProblemCode): Finding => ({ state: 'unknown', says, problem: { code } });
const seen = (finding: Finding, problem?: Problem): Looked => ({
  finding,
  evidence: [],
  took: 1,
  ...(problem ? { problem } : {}),
});
const failed = (code: ProblemCode) => seen(unknown(code), new Problem(code));
const found = (one: string, finding: Finding): RunEvent => ({
  type: 'check-finished',
  check: one,
  finding,
  evidence: [],
  took: 1,
});
/** What holds, and what doesn't. */
const before = [found('environment-user', ok), found(check, blocked)];
const started: RunEvent = {
  type: 'operation-started',
  operation: id,
  action: `mend:${check}`,
  key: 'k',
  driver: 'guided',
  changes: [],
};
const handOff = (state: 'given' | 'revoked', until = '2026-12-01T00:00:00Z'): RunEvent => ({
  type: 'hand-off',
  operation: id,
  handOff: 'h',
  to: 'Mona',
  until,
  state,
});
const journal = (events: readonly RunEvent[]): Envelope[] =>
  events.map((event, index) => ({
    run: 'run',
    seq: index + 1,
    at: '2026-11-26T09:00:00.000Z',
    by: null,
    event,
    hash: '',
  }));

interface Story {
  readonly events?: readonly RunEvent[];
  /** What each look sees, in order; the last one is seen ever after. */
  readonly looks: readonly Looked[];
  readonly proof?: readonly Looked[];
}

/** Runs it, with a wait that looks at once, five times at most. */
async function watched({ events = [...before, started], looks, proof = [seen(ok)] }: Story) {
  const proven: (readonly CheckId[])[] = [];
  const waits: Wait[] = [];
  const peeked: (readonly CheckId[])[] = [];
  const verbs: Verbs = {
    once: () => Promise.reject(new Error('It changes nothing.')),
    say: () => Promise.reject(new Error('It has nothing to say.')),
    async until(_, wait, poll) {
      waits.push(wait);
      for (let times = 0; times < 5; times += 1) {
        const answer = await poll();
        if (answer !== undefined) return answer;
      }
      throw new Error('still waiting');
    },
  };
  const ended = await mend(
    {
      now: () => new Date('2026-11-26T09:00:00Z'),
      events: async () => journal(events),
      // There is always a last one.
      peek: async (checks) => {
        peeked.push(checks);
        return new Map([[check, looks[Math.min(peeked.length, looks.length) - 1] as Looked]]);
      },
      prove: async (checks) => {
        proven.push(checks);
        return new Map([[check, proof[Math.min(proven.length, proof.length) - 1] as Looked]]);
      },
    },
    { id, check },
    verbs,
  ).then(
    () => 'done',
    (error: unknown) => (error instanceof Cancelled ? 'cancelled' : error),
  );
  return { ended, proven, waits, peeked, looks: peeked.length };
}

test('it looks every twenty seconds until the check passes, and then proves it', async () => {
  const { ended, proven, waits, looks } = await watched({ looks: [seen(blocked), seen(blocked), seen(ok)] });
  expect({ ended, proven, looks }).toEqual({ ended: 'done', proven: [[check]], looks: 3 });
  expect(waits).toMatchObject([{ for: 'person', every: 20 }]);
});

test('what passes once and not when it is proven has not passed', async () => {
  const story = { looks: [seen(ok)], proof: [seen(blocked), seen(ok)] };
  expect(await watched(story)).toMatchObject({ ended: 'done', proven: [[check], [check]] });
});

test.each<[ProblemCode, boolean]>([
  ['needs-sign-in', true],
  ['needs-step-up', true],
  ['upstream-throttled', true],
  ['consent-missing', false],
  ['upstream-unavailable', false],
  ['upstream-forbidden', false],
  ['upstream-shape', false],
])('%s: the operation waits for more than a person: %s', async (code, pauses) => {
  const { ended, looks } = await watched({ looks: [failed(code)] });
  expect(ended).toMatchObject(pauses ? { code } : { message: 'still waiting' });
  expect(looks).toBe(pauses ? 1 : 5);
});

const answered = (step: string): RunEvent => ({ type: 'answered', step, answers: {} });

test.each<[string, readonly RunEvent[], string]>([
  ['no link was ever made', [started], 'still waiting'],
  ['a link works', [started, handOff('given')], 'still waiting'],
  ['its link was taken back', [started, handOff('given'), handOff('revoked')], 'cancelled'],
  ['its link’s time is over', [started, handOff('given', '2026-11-26T09:00:00Z')], 'cancelled'],
  ['this step was answered anew', [started, answered('access')], 'cancelled'],
  ['one before it was', [started, answered('environment')], 'cancelled'],
  ['and it was looked at again', [started, answered('environment'), found(check, blocked)], 'cancelled'],
  ['one after it was', [started, answered('table-maps')], 'still waiting'],
  ['it was answered before', [answered('environment'), found(check, blocked), started], 'still waiting'],
])('%s: %s', async (_, events, expected) => {
  const { ended } = await watched({ events: [...before, ...events], looks: [seen(blocked)] });
  expect(ended instanceof Error ? ended.message : ended).toBe(expected);
});

test('what it builds on is looked at with it, where that doesn’t hold', async () => {
  const events = [found('environment-user', unknown('upstream-unavailable')), found(check, blocked), started];
  const { peeked, proven } = await watched({ events, looks: [seen(ok)] });
  // The oldest first, as far down as it was never seen to hold.
  expect(peeked[0]?.slice(-2)).toEqual(['environment-user', check]);
  expect(proven[0]).toContain('environment-user');
  const calm = await watched({ looks: [seen(ok)] });
  expect(calm).toMatchObject({ peeked: [[check]], proven: [[check]] });
});

test('what waited for it is looked at too, and so is what failed for the same reason', async () => {
  const consent = unknown('consent-missing');
  const events = [
    found('environment-user', ok),
    found(check, consent),
    found('fno-linked', { state: 'skipped', says, because: check }),
    found('organization-matches', { state: 'skipped', says, because: 'fno-linked' }),
    found('site-absent', { state: 'skipped', says, because: 'dataverse-ready' }),
    found('supply-chain-licence', consent),
    found('power-pages-capacity', unknown('upstream-unavailable')),
    started,
  ];
  const { proven } = await watched({ events, looks: [seen(ok)] });
  expect(proven[0]?.toSorted()).toEqual(
    [check, 'fno-linked', 'organization-matches', 'supply-chain-licence'].toSorted(),
  );
});
