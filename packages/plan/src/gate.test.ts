import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from './event.ts';
import { type Finding, passes } from './finding.ts';
import { gate, operationOf } from './gate.ts';
import { checksOf, mending, type Plan } from './plan.ts';
import { emptyRun, reduce, type RunState } from './reduce.ts';
import { findings, journalsOf } from './test-support/some-events.ts';
import { plans } from './test-support/some-plans.ts';

const told = plans.chain((plan) =>
  fc.tuple(
    fc.constant(plan),
    journalsOf(plan, 80).map((events) =>
      events.reduce((state, event) => reduce(plan, state, event), emptyRun),
    ),
  ),
);

const fold = (plan: Plan, events: readonly RunEvent[], from: RunState = emptyRun): RunState =>
  events.reduce(
    (state, event) =>
      reduce(plan, state, {
        run: 'r',
        seq: state.seq + 1,
        at: '2026-11-24T08:00:00Z',
        by: null,
        hash: '',
        event,
      }),
    from,
  );

/** A run in which everything is decided and every check holds. */
const fulfilled = (plan: Plan): RunState => ({
  ...emptyRun,
  answers: Object.fromEntries(plan.steps.map(({ id }) => [id, {}])),
  checks: Object.fromEntries(
    plan.steps
      .flatMap(({ checks, advice, proof }) => [...checks, ...advice, ...proof])
      .map((id) => [id, { running: false, finding: { state: 'ok', says: { id } } }] as const),
  ),
});

test('only ok and a warning pass; not knowing and not having looked never do', () => {
  fc.assert(
    fc.property(findings, (finding) => {
      expect(passes(finding)).toBe(finding.state === 'ok' || finding.state === 'warn');
    }),
  );
  expect(passes(undefined)).toBe(false);
});

test('an action whose step has a failing check, a missing decision or an open step before it may not start', () => {
  fc.assert(
    fc.property(told, ([plan, state]) => {
      const gates = gate(plan, state);
      for (const step of plan.steps) {
        const found = gates[step.id];
        const operation = operationOf(step, state);
        const holds = (id: string) =>
          passes(state.checks[id]?.finding) || (step.soft.includes(id) && id in state.overrides);
        // What the step's own actions prove is theirs to mend, and so is what waits for it.
        const mendable = (id: string) => {
          let root = id;
          for (const _ of plan.steps.flatMap(checksOf)) {
            const seen = state.checks[root]?.finding;
            if (seen?.state === 'skipped') root = seen.because;
          }
          return step.proof.includes(root);
        };
        const startable =
          step.checks.every((id) => holds(id) || mendable(id)) &&
          (!step.asks || state.answers[step.id] !== undefined) &&
          step.after.every((id) => gates[id]?.passable) &&
          (!operation || operation.finished !== undefined);
        expect(found?.reasons.length === 0).toBe(startable);
        const proven = [...step.checks, ...step.proof].every(holds);
        expect(found?.passable).toBe(startable && proven);
      }
    }),
  );
});

test.each([
  ['waits for the proof by way of another', 'blocked', 'skipped', []],
  ['waits for what the actions don’t mend', 'ok', 'blocked', ['b', 'c']],
] as const)('a check that %s', (_, a, b, reasons) => {
  const says = { id: 'x' };
  const remedy = { owner: 'you', steps: [] } as const;
  const is = (state: 'ok' | 'blocked' | 'skipped', because = ''): Finding =>
    state === 'blocked'
      ? { state, says, remedy }
      : state === 'skipped'
        ? { state, says, because }
        : { state, says };
  const checks = Object.fromEntries(
    Object.entries({ a: is(a), b: is(b, 'a'), c: is('skipped', 'b') }).map(
      ([id, finding]) => [id, { running: false, finding }] as const,
    ),
  );
  const lists = { after: [], soft: [], advice: [], later: [] };
  const step = {
    id: 's',
    group: 'g',
    asks: false,
    checks: ['a', 'b', 'c'],
    actions: ['x'],
    proof: ['a'],
    ...lists,
  };
  const plan = { version: '1', groups: ['g'], steps: [step] };
  expect(gate(plan, { ...emptyRun, checks })['s']?.reasons.map(({ id }) => id)).toEqual(reasons);
});

test.each([
  ['what somebody is asked to do', [true], 'your-turn'],
  ['something broken beside it', [true, undefined], 'problem'],
  ['something broken', [undefined], 'problem'],
] as const)('a step that is held up by %s', (_, todos, status) => {
  const checks = todos.map((todo, index) => {
    const finding: Finding = { state: 'blocked', says: { id: 'x' }, remedy: { owner: 'you', steps: [] } };
    return [`c${index}`, { running: false, finding: { ...finding, ...(todo && { todo }) } }] as const;
  });
  const lists = { after: [], soft: [], advice: [], actions: [], later: [], proof: [] };
  const step = { id: 's', group: 'g', asks: false, ...lists, checks: checks.map(([id]) => id) };
  const state = { ...emptyRun, checks: Object.fromEntries(checks) };
  const found = gate({ version: '1', groups: ['g'], steps: [step] }, state)['s'];
  expect(found).toMatchObject({ status, passable: false });
  expect(found?.reasons).toHaveLength(todos.length);
});

test.each([
  [
    'a step that nobody has looked at is not started, whatever its advice said elsewhere',
    ['c'],
    'not-started',
  ],
  ['one that was looked at can’t be verified', [], 'unverified'],
] as const)('%s', (_, open, status) => {
  const lists = { after: [], soft: [], actions: [], later: [], proof: [] };
  const step = { id: 's', group: 'g', asks: false, ...lists, checks: ['b', 'c'], advice: ['a'] };
  const ok: Finding = { state: 'ok', says: { id: 'x' } };
  const unknown: Finding = { state: 'unknown', says: { id: 'x' }, problem: { code: 'not-readable' } };
  const checks = Object.fromEntries(
    Object.entries({ a: unknown, b: ok, c: ok })
      .filter(([id]) => !open.some((each) => each === id))
      .map(([id, finding]) => [id, { running: false, finding }] as const),
  );
  expect(gate({ version: '1', groups: ['g'], steps: [step] }, { ...emptyRun, checks })['s']?.status).toBe(
    status,
  );
});

test('advice never stops anything, whatever it says', () => {
  fc.assert(
    fc.property(plans, findings, (plan, finding) => {
      const state = fulfilled(plan);
      const advised = new Set(plan.steps.flatMap(({ advice }) => advice));
      const checks = Object.fromEntries(
        Object.entries(state.checks).map(([id, check]) => [
          id,
          advised.has(id) ? { running: false, finding } : check,
        ]),
      );
      for (const { passable, reasons } of Object.values(gate(plan, { ...state, checks })))
        expect({ passable, reasons }).toEqual({ passable: true, reasons: [] });
    }),
  );
});

test('one check that doesn’t hold closes its own step and all that come after it, and no other', () => {
  const cases = plans.chain((plan) => {
    const all = plan.steps.flatMap(({ checks, proof }) => [...checks, ...proof]);
    return fc.tuple(
      fc.constant(plan),
      all.length > 0 ? fc.constantFrom(...all) : fc.constant(undefined),
      findings,
    );
  });
  fc.assert(
    fc.property(cases, ([plan, check, finding]) => {
      if (check === undefined || passes(finding)) return;
      const state = fulfilled(plan);
      const gates = gate(plan, {
        ...state,
        checks: { ...state.checks, [check]: { running: false, finding } },
      });
      const closed = new Set<string>();
      for (const { id, checks, proof, after } of plan.steps)
        if (checks.includes(check) || proof.includes(check) || after.some((other) => closed.has(other)))
          closed.add(id);
      for (const { id } of plan.steps) expect(gates[id]?.passable).toBe(!closed.has(id));
    }),
  );
});

test('a hard check is never overridden, whatever the journal says; a soft one is, until its facts change', () => {
  const step = {
    id: 's',
    group: 'g',
    after: [],
    asks: false,
    advice: [],
    actions: ['do'],
    later: [],
    proof: [],
  };
  const plan: Plan = {
    version: '1',
    groups: ['g'],
    steps: [{ ...step, checks: ['soft', 'hard'], soft: ['soft'] }],
  };
  const finding = (says: string, state = 'blocked') =>
    ({ state, says: { id: says }, remedy: { owner: 'you', steps: [] } }) as Finding;
  const found = (check: string, what: Finding): RunEvent => ({
    type: 'check-finished',
    check,
    finding: what,
    evidence: [],
    took: 1,
  });
  const given = (check: string): RunEvent => ({
    type: 'override',
    check,
    given: { reason: 'known', until: '2027-01-01T00:00:00.000Z' },
  });
  const after = (...events: RunEvent[]) =>
    gate(plan, fold(plan, [found('soft', finding('no')), found('hard', finding('ok', 'ok')), ...events]))[
      's'
    ];

  expect(after()).toMatchObject({ status: 'problem', passable: false });
  expect(after(given('soft'))).toMatchObject({ status: 'unverified', passable: true, reasons: [] });
  expect(after(given('soft'), found('soft', finding('no')))).toMatchObject({ passable: true });
  expect(after(given('soft'), found('soft', finding('other')))).toMatchObject({ passable: false });
  expect(after(given('soft'), { type: 'override', check: 'soft' })).toMatchObject({
    passable: false,
  });
  expect(after(given('soft'), { type: 'answered', step: 's', answers: {} })).toMatchObject({
    passable: false,
  });
  expect(after(given('hard'), found('hard', finding('no')), given('hard'), given('soft'))).toMatchObject({
    passable: false,
    reasons: [{ kind: 'check', id: 'hard' }],
  });
});

test('a check that a person elsewhere is mending makes its step wait, and stops nothing that may go on', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const [step] = plan.steps;
      const check = step && checksOf(step)[0];
      if (check === undefined) return;
      const asked: RunEvent = {
        type: 'operation-started',
        operation: 'op',
        action: mending(check),
        key: 'k',
        driver: 'guided',
        changes: [],
      };
      const calm = fulfilled(plan);
      expect(gate(plan, fold(plan, [asked], calm))).toEqual(gate(plan, calm));
      const finding: Finding = { state: 'unknown', says: { id: 'x' }, problem: { code: 'x' } };
      const stuck = { ...calm, checks: { ...calm.checks, [check]: { running: false, finding } } };
      const gates = gate(plan, fold(plan, [asked], stuck));
      expect(gates[step?.id ?? '']?.status).toMatch(/^(waiting|unverified)$/);
      if (step?.checks.includes(check)) expect(gates[step.id]?.status).toBe('waiting');
    }),
  );
});

test('a completed step has nothing unsure in it', () => {
  fc.assert(
    fc.property(told, ([plan, state]) => {
      const gates = gate(plan, state);
      const completed = plan.steps.filter(({ id }) => gates[id]?.status === 'completed');
      const seen = completed.flatMap(({ checks, advice, proof }) => [...checks, ...advice, ...proof]);
      const unsure = seen.filter((id) =>
        /^(unknown|undefined)$/.test(String(state.checks[id]?.finding?.state)),
      );
      expect(unsure).toEqual([]);
    }),
  );
});

test('a run in which everything holds is done', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const gates = gate(plan, fulfilled(plan));
      for (const { passable } of Object.values(gates)) expect(passable).toBe(true);
    }),
  );
});
