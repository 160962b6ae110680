import { checksOf, type Step } from '@portico/plan/plan';
import { expect, test } from 'vitest';
import { type ActionId, plan, provenBy, shownBy } from './plan.ts';

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

test('a step is proven by what proves its actions, and an action of later days by what its step knows', () => {
  for (const [index, step] of steps.entries()) {
    const of = (actions: readonly string[]) =>
      new Set(actions.flatMap((id): readonly string[] => provenBy[id as ActionId]));
    const proven = of(step.actions);
    const shown = step.actions.flatMap((id) => shownBy[id as ActionId] ?? []);
    // What an action can't wait for, as nothing would change it, is looked at when it ends, and proves the step all the same.
    const proof = new Set([...proven, ...shown.filter((id) => step.proof.includes(id))]);
    if (step.actions.length > 0) expect(proof).toEqual(new Set(step.proof));
    // A site that is made has a clock, which stands in the step that minds it.
    expect(steps.slice(index).flatMap(checksOf)).toEqual(expect.arrayContaining(shown));
    expect(shown.filter((id) => proven.has(id))).toEqual([]);
    expect(checksOf(step)).toEqual(expect.arrayContaining([...of(step.later)]));
  }
});

test('a step builds only on steps before it', () => {
  for (const [index, { after }] of steps.entries())
    expect(steps.slice(0, index).map(({ id }) => id)).toEqual(expect.arrayContaining([...after]));
});
