import en from '@portico/contract/text/en.json' with { type: 'json' };
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { sayWith } from './say.ts';

const intl = createIntl({
  locale: 'en-GB',
  timeZone: 'Europe/Copenhagen',
  messages: { when: 'As of {day}.', site: 'Create {name} in {language}.' },
});

test('no text of the API formats a time by itself: it is put into people’s words before', () => {
  const api = Object.entries(en).filter(([id]) => !id.startsWith('web.'));
  expect(api.filter(([, said]) => /\{\w+, (?:date|time)\b/.test(said))).toEqual([]);
});

test.each([
  [{ id: 'when', values: { day: '2026-11-23T22:05:00Z' } }, 'As of 23 Nov 2026, 23:05.'],
  [{ id: 'when', values: { day: '2026-11-23' } }, 'As of 23 Nov 2026.'],
  [{ id: 'when', values: { day: 'soon' } }, 'As of soon.'],
  [{ id: 'site', values: { name: '1033', language: 1033 } }, 'Create 1033 in English.'],
  [{ id: 'site', values: { name: 'Shop', language: 9999 } }, 'Create Shop in 9999.'],
  [{ id: 'not-known.title' }, 'Not known'],
])('%j reads as %s', (text, says) => {
  expect(sayWith(intl, text)).toBe(says);
});
