// What Microsoft says when a site isn't created: each of the known words reaches its cause, and nothing else does.
import en from '@portico/contract/text/en.json' with { type: 'json' };
import { siteRefusals } from '@portico/twin/platform/site-refusals';
import { describe, expect, test } from 'vitest';
import { siteErrorCause, siteErrors, siteTroubles } from './site-errors.ts';

const texts: Readonly<Record<string, string>> = en;

/** The forms with something in their gaps. */
const lines = siteErrors.flatMap(({ forms, cause }) =>
  forms.map(
    (form) => [form.replaceAll(/<[^>]+>/g, 'DualWriteCore').replaceAll('…', 'contoso is'), cause.id] as const,
  ),
);

describe.each([
  ['as it is', (message: string) => message],
  ['in capitals', (message: string) => message.toUpperCase()],
  ['with curly quotes', (message: string) => message.replaceAll("'", '’')],
  ['with words around it', (message: string) => `Error. ${message}. Try again.`],
])('%s', (_, disguise) => {
  test.each(lines)('%s', (message, cause) => {
    expect(siteErrorCause({ message: disguise(message) })).toBe(cause);
  });
});

test('a code may say it alone', () => {
  expect(siteErrorCause({ code: 'SubdomainConflict', message: '' })).toBe('site-error.address-taken');
  expect(siteErrorCause({ code: 'D006', message: '' })).toBe('site-error.locked');
});

test.each([
  'The operation timed out.',
  'You have permission to create a site in this environment.',
  'The organization is disabled.',
  'The website is being created.',
  '',
])('%o means nothing that is known', (message) => {
  expect(siteErrorCause({ message })).toBeUndefined();
});

test('what the twin refuses for the reasons of this table is told by it', () => {
  const causes = Object.fromEntries(
    Object.entries(siteRefusals).map(([why, [, code, message]]) => [why, siteErrorCause({ code, message })]),
  );
  expect(causes).toMatchObject({
    role: 'site-error.no-permission',
    closed: 'site-error.no-permission',
    subdomainInvalid: 'site-error.address-refused',
    subdomainReserved: 'site-error.address-refused',
    subdomainTaken: 'site-error.address-taken',
    templateTwice: 'site-error.maximum',
    language: 'site-error.language-off',
    dualWrite: 'site-error.dual-write-missing',
    organization: undefined,
    name: undefined,
  });
});

test('people compare with words that Microsoft has written down only', () => {
  const shown = siteTroubles.flatMap(({ says }) => says);
  expect(shown).toContain("You don't have permissions to create a site in this environment");
  expect(shown.filter((words) => /[<…]/.test(words))).toEqual([]);
  for (const { cause, steps } of siteTroubles)
    for (const { id } of [cause, ...steps]) expect([id, texts[id]]).toEqual([id, expect.any(String)]);
});
