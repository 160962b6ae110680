import * as fc from 'fast-check';
import type { Envelope, RunEvent } from '../event.ts';
import type { Evidence, Finding, ProblemRecord } from '../finding.ts';
import { actionsOf, checksOf, type Plan } from '../plan.ts';
import type { Text } from '../text.ts';

/** Values that JSON can keep: what an event's free parts may hold. */
const kept = fc.jsonValue({ maxDepth: 2 });
const at = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const says: fc.Arbitrary<Text> = fc.record(
  {
    id: fc.string(),
    values: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()), { maxKeys: 3 }),
  },
  { requiredKeys: ['id'] },
);
const upstream = fc.record(
  { status: fc.nat(599), code: fc.string(), message: fc.string(), correlation: fc.string() },
  { requiredKeys: ['status'] },
);
const problem: fc.Arbitrary<ProblemRecord> = fc.record(
  { code: fc.oneof(fc.constantFrom('bug', 'upstream-throttled'), fc.string()), upstream },
  { requiredKeys: ['code'] },
);
const owner = fc.constantFrom('you', 'tenant-admin', 'microsoft', 'portico');
const remedy = fc.record(
  { owner, steps: fc.array(says, { maxLength: 3 }), link: fc.string() },
  { requiredKeys: ['owner', 'steps'] },
);
const details = fc.array(
  fc.record({ state: fc.constantFrom('proved', 'probable', 'not-found', 'not-checked'), says }),
  { maxLength: 2 },
);

/** Any finding at all, with facts of any shape. */
export const findings: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({ state: fc.constant('ok'), says, details, facts: kept }, { requiredKeys: ['state', 'says'] }),
  fc.record(
    { state: fc.constantFrom('warn', 'blocked'), says, cause: says, remedy, details, facts: kept },
    { requiredKeys: ['state', 'says', 'remedy'] },
  ),
  fc.record({ state: fc.constant('unknown'), says, problem }),
  fc.record({ state: fc.constant('skipped'), says, because: fc.string() }),
) as fc.Arbitrary<Finding>;

const evidence: fc.Arbitrary<Evidence> = fc.record({
  service: fc.string(),
  endpoint: fc.string(),
  standing: fc.constantFrom('documented', 'observed', 'inferred'),
  method: fc.constantFrom('GET', 'POST'),
  url: fc.webUrl(),
  status: fc.nat(599),
  at,
  took: fc.nat(),
});
const proof = fc.array(evidence, { maxLength: 2 });
const change = fc.record({
  system: fc.string(),
  says,
  undo: fc.constantFrom('possible', 'by-hand', 'impossible'),
});

/** Any event that a run of this plan may hold, and some that name what the plan doesn't know. */
export function eventsOf(plan: Plan): fc.Arbitrary<RunEvent> {
  const step = fc.constantFrom(...plan.steps.map(({ id }) => id), 'gone-step');
  const check = fc.constantFrom(...plan.steps.flatMap(checksOf), 'gone-check');
  const action = fc.constantFrom(...plan.steps.flatMap(actionsOf), 'gone-action');
  const operation = fc.constantFrom('op-1', 'op-2', 'op-3');
  const given = fc.record({ reason: fc.string(), until: at });
  const state = fc.constantFrom('given', 'opened', 'used', 'revoked', 'expired');
  const of = (
    type: RunEvent['type'],
    rest: Readonly<Record<string, fc.Arbitrary<unknown>>>,
    optional: readonly string[] = [],
  ) => {
    const members: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type), ...rest };
    const requiredKeys = Object.keys(members).filter((key) => !optional.includes(key));
    return fc.record(members, { requiredKeys });
  };
  const arbitrary = fc.oneof(
    of('run-created', {
      title: fc.string(),
      plan: fc.string(),
      cloud: fc.constantFrom('public', 'gone-cloud', ''),
    }),
    { weight: 2, arbitrary: of('answered', { step, answers: kept }) },
    { weight: 2, arbitrary: of('check-started', { check }) },
    {
      weight: 6,
      arbitrary: of('check-finished', { check, finding: findings, evidence: proof, took: fc.nat() }),
    },
    {
      weight: 2,
      arbitrary: of('operation-started', {
        operation,
        action,
        key: fc.uuid(),
        driver: fc.constantFrom('automatic', 'guided'),
        changes: fc.array(change, { maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: of('override', { check, given }, ['given']) },
    of('hand-off', { operation, handOff: fc.constantFrom('h-1', 'h-2'), to: fc.string(), until: at, state }),
    of('operation-said', { operation, says }),
    of(
      'operation-waiting',
      {
        operation,
        for: fc.constantFrom('person', 'upstream', 'sign-in'),
        says,
        next: at,
        usually: fc.nat(),
        problem,
      },
      ['next', 'usually', 'problem'],
    ),
    of('operation-wrote', { operation, key: fc.string(), evidence: proof }),
    of('operation-taken-over', { operation }),
    of('operation-cancelling', { operation }),
    of(
      'operation-finished',
      { operation, outcome: fc.constantFrom('done', 'failed', 'cancelled'), problem, left: says },
      ['problem', 'left'],
    ),
  );
  // Each member was built to the event's type; records with optional parts are too wide for the compiler to follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return arbitrary as unknown as fc.Arbitrary<RunEvent>;
}

/** Events in their places: numbers without gaps, times that never go back. */
export function journalsOf(plan: Plan, maxLength = 40): fc.Arbitrary<readonly Envelope[]> {
  const person = fc.record({ id: fc.string(), tenant: fc.string(), name: fc.string() });
  const placed = fc.record({ event: eventsOf(plan), by: fc.option(person), after: fc.nat(100_000) });
  return fc.array(placed, { maxLength }).map((list) => {
    let time = Date.UTC(2026, 10, 24);
    return list.map(({ event, by, after }, index) => {
      time += after;
      const hash = String(index + 1).padStart(64, '0');
      return { run: 'run', seq: index + 1, at: new Date(time).toISOString(), by, event, hash };
    });
  });
}
