import { expect, test } from 'vitest';
import { bearing } from './bearing.ts';

const both = (rows: number, whole = true) => ({ rows, lookedAt: 3, whole });

test.each([
  ['finance-operations', both(3), []],
  ['finance-operations', both(2), ['lookups']],
  ['finance-operations', both(3, false), ['lookups']],
  ['finance-operations', undefined, ['lookups']],
  ['dataverse', both(3), ['lookups']],
] as const)(
  '%s wins, %o is on both sides: lookups count where rows must come from Dataverse',
  (master, known, bears) => {
    expect(bearing({ obstacles: ['lookups'], ...(known ? { both: known } : {}) }, master)).toEqual(bears);
  },
);

test.each(['finance-operations', 'dataverse'])('other limits bear on every copying: %s wins', (master) => {
  expect(bearing({ obstacles: ['rows', 'hours'], both: both(3) }, master)).toEqual(['rows', 'hours']);
});
