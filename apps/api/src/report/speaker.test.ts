import { plan } from '@portico/contract/plan';
import en from '@portico/contract/text/en.json' with { type: 'json' };
import { checksOf } from '@portico/plan/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageName } from './language-tags.ts';
import { actionTitle, checkTitle, statusName, stepTitle } from './names.ts';
import { printable } from './printable.ts';
import { createSpeaker } from './speaker.ts';

const english = createSpeaker({ locale: 'en-GB', zone: 'UTC' });

test('a sentence is filled with its values; times and languages become readable', () => {
  expect(english.say({ id: 'dataverse-ready.none', values: { name: 'Contoso' } })).toBe(
    'Contoso has no Dataverse database.',
  );
  expect(english.say({ id: 'report.open.under-way', values: { since: '2026-11-24T09:05:00.000Z' } })).toBe(
    'Under way since 24 Nov 2026, 09:05.',
  );
  expect(english.say({ at: '2026-11-24T09:05:00.000Z' })).toBe('24 Nov 2026, 09:05');
  expect(languageName(1043, 'en')).toBe('Dutch');
});

test.each([
  ['nl-NL', 'Europe/Amsterdam', '24 nov 2026, 10:05'],
  ['no such locale!', 'Mars/Olympus', 'Nov 24, 2026, 9:05 AM'],
  ['xx', '', 'Nov 24, 2026, 9:05 AM'],
  ['ja-JP', 'UTC', '2026/11/24 9:05'],
  // The report's font has no such letters, so these fall back to English.
  ['ko-KR', 'UTC', 'Nov 24, 2026, 9:05 AM'],
  ['ar-EG', 'UTC', 'Nov 24, 2026, 9:05 AM'],
])('%s in %s writes a time as %s', (locale, zone, expected) => {
  const speaker = createSpeaker({ locale, zone });
  expect(speaker.say({ at: '2026-11-24T09:05:00.000Z' }).replaceAll('\u00A0', ' ')).toBe(expected);
  expect(speaker.language.startsWith('en')).toBe(true);
});

test('an id that no catalogue knows, or a value that is missing, still says something', () => {
  expect(english.say({ id: 'gone-check.title' })).toBe('gone check title');
  expect(english.say({ id: 'dataverse-ready.none' })).toBe('dataverse ready none');
});

test('whatever the words are, saying them never throws, and never prints a control character', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer());
  const id = fc.oneof(fc.constantFrom(...Object.keys(en)), fc.string());
  fc.assert(
    fc.property(id, fc.dictionary(fc.string(), value), (id, values) => {
      // oxlint-disable-next-line no-control-regex -- that is what is looked for
      expect(english.say({ id, values })).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (locale, zone, at) => {
      expect(typeof createSpeaker({ locale, zone }).say({ at })).toBe('string');
    }),
  );
});

test('every title that a report looks up by id is in the catalogue', () => {
  const ids = [
    ...plan.steps.flatMap((step) => [
      stepTitle(step.id).id,
      ...checksOf(step).map((check) => checkTitle(check).id),
      ...step.actions.map((action) => actionTitle(action).id),
    ]),
    ...(
      ['not-started', 'in-progress', 'completed', 'cannot-start', 'problem', 'waiting', 'unverified'] as const
    ).map((status) => statusName(status).id),
  ];
  expect(ids.filter((id) => !Object.hasOwn(en, id))).toEqual([]);
});

test('what looks like a token is taken out', () => {
  expect(printable('Bearer abcdefghijklmnopqrstuvwxyz012345')).toBe('[removed]');
  expect(printable('x eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIx.sig y')).toBe('x [removed] y');
});
