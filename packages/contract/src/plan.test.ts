import { checksOf, type Step } from '@portico/plan/plan';
import { expect, test } from 'vitest';
import { plan } from './plan.ts';

const steps: readonly Step[] = plan.steps;

test('what may be gone on without is a check of its step', () => {
  for (const { checks, soft } of steps) expect(checks).toEqual(expect.arrayContaining([...soft]));
});

test('a check that stands in two steps has the same say in both: one word of a person counts for it', () => {
  for (const id of new Set(steps.flatMap(checksOf))) {
    const holding = steps.filter((step) => checksOf(step).includes(id));
    const says = holding.map(({ checks, soft }) => [checks.includes(id), soft.includes(id)]);
    expect([id, new Set(says.map(String)).size]).toEqual([id, 1]);
  }
});

test('a step builds only on steps before it', () => {
  for (const [index, { after }] of steps.entries())
    expect(steps.slice(0, index).map(({ id }) => id)).toEqual(expect.arrayContaining([...after]));
});
