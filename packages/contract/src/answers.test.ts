import { expect, test } from 'vitest';
import { answers } from './answers.ts';

const decided = { master: 'dataverse', initialSync: true, choices: {} };

test.each([
  ['nothing typed', decided, false],
  ['another word', { ...decided, confirmed: 'yes' }, false],
  ['the word', { ...decided, confirmed: 'Dataverse' }, true],
  ['the word in other letters and spaces', { ...decided, confirmed: ' dataverse ' }, true],
  ['nothing is copied', { ...decided, initialSync: false }, true],
  ['finance and operations wins', { ...decided, master: 'finance-operations' }, true],
])('Dataverse wins over finance and operations only by a typed word: %s', (_, answer, allowed) => {
  expect(answers['table-maps'].safeParse(answer).success).toBe(allowed);
});
