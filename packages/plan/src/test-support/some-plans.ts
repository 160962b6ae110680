import * as fc from 'fast-check';
import type { Plan, Step } from '../plan.ts';

/** Which parts a made-up step has. */
interface Shape {
  readonly after: readonly boolean[];
  readonly asks: boolean;
  readonly checks: number;
  /** The first check may be overridden; the first check is mended by the step's own actions. */
  readonly soft: boolean;
  readonly mends: boolean;
  readonly advice: number;
  readonly actions: number;
  readonly later: number;
  readonly proof: number;
}

const few = fc.nat(2);
const shape: fc.Arbitrary<Shape> = fc.record({
  after: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  asks: fc.boolean(),
  checks: few,
  soft: fc.boolean(),
  mends: fc.boolean(),
  advice: few,
  actions: few,
  later: few,
  proof: few,
});

const ids = (kind: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}-${step}-${index}`);

/** Any plan: up to six steps, each after some earlier ones, with a few parts of each kind. */
export const plans: fc.Arbitrary<Plan> = fc.array(shape, { minLength: 1, maxLength: 6 }).map((shapes) => ({
  version: '1',
  groups: ['only'],
  steps: shapes.map(
    ({ after, asks, checks, soft, mends, advice, actions, later, proof }, index): Step => ({
      id: `step-${index}`,
      group: 'only',
      after: after.slice(0, index).flatMap((on, earlier) => (on ? [`step-${earlier}`] : [])),
      asks,
      checks: ids('check', index, checks),
      soft: soft ? ids('check', index, Math.min(checks, 1)) : [],
      advice: ids('advice', index, advice),
      actions: ids('action', index, actions),
      later: ids('later', index, later),
      proof: [...(mends ? ids('check', index, Math.min(checks, 1)) : []), ...ids('proof', index, proof)],
    }),
  ),
}));
