import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Envelope, RunEvent } from './event.ts';
import { checksOf, type Plan } from './plan.ts';
import { emptyRun, reduce, type RunState } from './reduce.ts';
import { journalsOf } from './test-support/some-events.ts';
import { plans } from './test-support/some-plans.ts';

const fold = (plan: Plan, events: readonly Envelope[], from: RunState = emptyRun): RunState =>
  events.reduce((state, event) => reduce(plan, state, event), from);
const told = plans.chain((plan) => fc.tuple(fc.constant(plan), journalsOf(plan)));

test('streams may overlap: hearing any stretch again changes nothing', () => {
  fc.assert(
    fc.property(told, fc.nat(), fc.nat(), ([plan, events], from, to) => {
      const whole = fold(plan, events);
      const again = events.slice(from % (events.length + 1), to % (events.length + 1) || undefined);
      expect(fold(plan, again, whole)).toEqual(whole);
      // A reader that reconnects somewhere in the middle ends where the others are.
      const early = fold(plan, events.slice(0, to % (events.length + 1)));
      expect(fold(plan, events, early)).toEqual(whole);
    }),
  );
});

test('the number of the last event is kept, and the state that went in is left as it was', () => {
  fc.assert(
    fc.property(told, ([plan, events]) => {
      const before = structuredClone(emptyRun);
      expect(fold(plan, events).seq).toBe(events.length);
      expect(emptyRun).toEqual(before);
    }),
  );
});

test('no operation is ever lost, and each ends at most once', () => {
  fc.assert(
    fc.property(told, ([plan, events]) => {
      const started = events.flatMap(({ event }) =>
        event.type === 'operation-started' ? [event.operation] : [],
      );
      const { operations } = fold(plan, events);
      expect(new Set(Object.keys(operations))).toEqual(new Set(started));
      for (const operation of Object.values(operations)) {
        const from = events.findLastIndex(
          ({ event }) => event.type === 'operation-started' && event.operation === operation.id,
        );
        const its = events.slice(from).map(({ event }) => event);
        const has = (type: RunEvent['type']) =>
          its.some(
            (event) => 'operation' in event && event.operation === operation.id && event.type === type,
          );
        expect(operation.finished !== undefined).toBe(has('operation-finished'));
        expect(operation.wrote > 0).toBe(has('operation-wrote'));
      }
    }),
  );
});

test('an answer voids what was found in its own step and in those that build on it, and nothing else', () => {
  const cases = told.chain(([plan, events]) =>
    fc.tuple(fc.constant(plan), fc.constant(events), fc.constantFrom(...plan.steps.map(({ id }) => id))),
  );
  fc.assert(
    fc.property(cases, ([plan, events, step]) => {
      const before = fold(plan, events);
      const event: RunEvent = { type: 'answered', step, answers: { new: true } };
      const after = fold(
        plan,
        [{ run: 'run', seq: before.seq + 1, at: '2030-01-01T00:00:00Z', by: null, hash: '', event }],
        before,
      );
      const rests = (id: string): boolean =>
        id === step || (plan.steps.find((each) => each.id === id)?.after ?? []).some(rests);
      const voided = new Set(plan.steps.filter(({ id }) => rests(id)).flatMap(checksOf));
      const kept = Object.entries(before.checks).filter(([id]) => !voided.has(id));
      expect(after.checks).toEqual(Object.fromEntries(kept));
      expect(after.operations).toEqual(before.operations);
      expect(after.answers[step]).toEqual({ new: true });
    }),
  );
});

test('a check that a step shares with one the answer doesn’t touch stays known, and so does its override', () => {
  const step = { group: 'g', asks: true, soft: [], advice: [], actions: [], later: [], proof: [] };
  const plan: Plan = {
    version: '1',
    groups: ['g'],
    steps: [
      { ...step, id: 'maps', after: [], checks: ['own', 'shared'], soft: ['shared'] },
      { ...step, id: 'site', after: ['maps'], checks: ['later'] },
      { ...step, id: 'orders', after: [], checks: ['shared', 'other'] },
    ],
  };
  const no = { state: 'blocked', says: { id: 'no' }, remedy: { owner: 'you', steps: [] } } as const;
  const events: RunEvent[] = [
    ...['own', 'shared', 'later', 'other'].map(
      (check): RunEvent => ({ type: 'check-finished', check, finding: no, evidence: [], took: 1 }),
    ),
    { type: 'override', check: 'shared', given: { reason: 'known', until: '2027-01-01T00:00:00Z' } },
    { type: 'answered', step: 'maps', answers: {} },
  ];
  const at = '2026-11-24T08:00:00Z';
  const state = fold(
    plan,
    events.map((event, index) => ({ run: 'run', seq: index + 1, at, by: null, hash: '', event })),
  );
  expect(Object.keys(state.checks)).toEqual(['shared', 'other']);
  expect(Object.keys(state.overrides)).toEqual(['shared']);
});

test('looking again keeps the old finding until the new one is there', () => {
  const plan: Plan = { version: '1', groups: [], steps: [] };
  const at = (seq: number) => `2026-11-24T08:00:0${seq}.000Z`;
  const place = (seq: number, event: RunEvent): Envelope => ({
    run: 'run',
    seq,
    at: at(seq),
    by: null,
    event,
    hash: '',
  });
  const ok = { state: 'ok', says: { id: 'a.ok' } } as const;
  const state = fold(plan, [
    place(1, { type: 'check-finished', check: 'a', finding: ok, evidence: [], took: 1 }),
    place(2, { type: 'check-started', check: 'a' }),
  ]);
  expect(state.checks['a']).toEqual({ running: true, finding: ok, evidence: [], at: at(1), since: at(2) });
});

test('a wait keeps the time it began while its sentence stays the same', () => {
  const plan: Plan = { version: '1', groups: [], steps: [] };
  const place = (seq: number, event: RunEvent): Envelope => ({
    run: 'run',
    seq,
    at: `2026-11-24T08:00:0${seq}.000Z`,
    by: null,
    event,
    hash: '',
  });
  const waiting = (id: string) =>
    ({ type: 'operation-waiting', operation: 'op', for: 'upstream', says: { id } }) as const;
  const events = [
    place(1, {
      type: 'operation-started',
      operation: 'op',
      action: 'a',
      key: 'k',
      driver: 'guided',
      changes: [],
    }),
    place(2, waiting('one')),
    place(3, waiting('one')),
  ];
  expect(fold(plan, events).operations['op']?.waiting?.since).toBe('2026-11-24T08:00:02.000Z');
  const other = fold(plan, [...events, place(4, waiting('two'))]);
  expect(other.operations['op']?.waiting?.since).toBe('2026-11-24T08:00:04.000Z');
});

test('a hand-off keeps who gave it and when, and its newest state', () => {
  const plan: Plan = { version: '1', groups: [], steps: [] };
  const ada = { id: 'ada', tenant: 't', name: 'Ada' };
  const told = (seq: number, by: typeof ada | null, event: RunEvent): Envelope => ({
    run: 'run',
    seq,
    at: `2026-11-24T08:00:0${seq}.000Z`,
    by,
    event,
    hash: '',
  });
  const handOff = (state: 'given' | 'opened') =>
    ({
      type: 'hand-off',
      operation: 'op',
      handOff: 'h',
      to: 'Mona',
      until: '2026-12-01T00:00:00Z',
      state,
    }) as const;
  const begun: RunEvent = {
    type: 'operation-started',
    operation: 'op',
    action: 'mend:a',
    key: 'k',
    driver: 'guided',
    changes: [],
  };
  const events = [told(1, ada, begun), told(2, ada, handOff('given')), told(3, null, handOff('opened'))];
  expect(fold(plan, events).operations['op']?.handOffs).toMatchObject({
    h: {
      to: 'Mona',
      state: 'opened',
      by: ada,
      since: '2026-11-24T08:00:02.000Z',
      at: '2026-11-24T08:00:03.000Z',
    },
  });
});
