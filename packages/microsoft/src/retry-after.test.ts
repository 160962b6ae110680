import { expect, it } from 'vitest';
import { retryAfterOf } from './retry-after.ts';

const now = new Date('2024-05-01T10:00:00Z');

it.each<[string, Record<string, string>, number | undefined]>([
  ['retry-after-ms', { 'retry-after-ms': '1500' }, 1500],
  ['x-ms-retry-after-ms', { 'x-ms-retry-after-ms': '250' }, 250],
  ['seconds', { 'retry-after': '12' }, 12_000],
  ['parts of a second', { 'retry-after': '0.5' }, 500],
  [
    'a date, by the answer’s own clock',
    {
      'retry-after': 'Wed, 01 May 2024 11:00:30 GMT',
      date: 'Wed, 01 May 2024 11:00:00 GMT',
    },
    30_000,
  ],
  ['a date, by ours', { 'retry-after': 'Wed, 01 May 2024 10:00:05 GMT' }, 5000],
  ['a date gone by', { 'retry-after': 'Wed, 01 May 2024 09:00:00 GMT' }, undefined],
  ['the finer one first', { 'retry-after-ms': '100', 'retry-after': '1' }, 100],
  ['none', {}, undefined],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['zero', { 'retry-after': '0' }, undefined],
  ['what only Date.parse takes for a date', { 'retry-after': '-5' }, undefined],
  ['less than nothing', { 'retry-after-ms': '-5' }, undefined],
])('%s', (_name, headers, wait) => {
  expect(retryAfterOf((name) => headers[name], now)).toBe(wait);
});
