import { describe, expect, it } from 'vitest';
import { type Outcome, retryRule, type Verdict } from './retry-rule.ts';

/** Safe, then keyed and unsafe, which differ only in what the caller does next. */
const rule: [Outcome, Verdict, Verdict][] = [
  [200, 'done', 'done'],
  [201, 'done', 'done'],
  [202, 'done', 'done'],
  [204, 'done', 'done'],
  [304, 'done', 'done'],
  [400, 'done', 'done'],
  [401, 'done', 'done'],
  [403, 'done', 'done'],
  [404, 'done', 'done'],
  [409, 'done', 'done'],
  [412, 'done', 'done'],
  [413, 'done', 'done'],
  [408, 'again', 'unknown'],
  [429, 'again', 'again'],
  [500, 'again', 'unknown'],
  [501, 'done', 'done'],
  [502, 'again', 'unknown'],
  [503, 'again', 'unknown'],
  [504, 'again', 'unknown'],
  [507, 'done', 'unknown'],
  ['reset', 'again', 'unknown'],
  ['timeout', 'again', 'unknown'],
  ['unreachable', 'again', 'again'],
  ['too-large', 'done', 'done'],
  ['address-refused', 'done', 'done'],
];

describe.each(rule)('after %s', (outcome, safe, change) => {
  it(`a safe call is ${safe}`, () => expect(retryRule('safe', outcome)).toBe(safe));
  it(`a keyed one is ${change}`, () => expect(retryRule('keyed', outcome)).toBe(change));
  it(`an unsafe one is ${change}`, () => expect(retryRule('unsafe', outcome)).toBe(change));
});
