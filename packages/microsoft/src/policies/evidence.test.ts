import { expect, it } from 'vitest';
import { correlationOf, redact } from './evidence.ts';

it.each([
  [
    'https://a.example/x?$select=a,b&$filter=name%20eq%20%27b%27&api-version=1',
    'https://a.example/x?$select=a,b&$filter=name%20eq%20%27b%27&api-version=1',
  ],
  [
    'https://a.example/x?%24top=5&code=secret&sig=s?t',
    'https://a.example/x?%24top=5&code=redacted&sig=redacted',
  ],
  ['https://a.example/x?$skiptoken=cookie', 'https://a.example/x?$skiptoken=redacted'],
  ['https://a.example/x?token=a&token=b#c', 'https://a.example/x?token=redacted&token=redacted'],
  ['https://a.example/x?secret', 'https://a.example/x?redacted'],
  ['https://a.example/x?a=%E0%A4%A', 'https://a.example/x?a=redacted'],
  ['https://a.example/x?', 'https://a.example/x'],
  ['https://a.example/x', 'https://a.example/x'],
])('%s', (address, shown) => expect(redact(address)).toBe(shown));

it('finds the correlation id by any of its names, the most particular first', () => {
  const of = (headers: Record<string, string>) => correlationOf({ get: (name) => headers[name] });
  expect(of({ 'request-id': 'r' })).toBe('r');
  expect(of({ 'x-ms-request-id': 'q', 'request-id': 'r' })).toBe('q');
  expect(of({ 'x-ms-correlation-request-id': 'p', 'x-ms-request-id': 'q' })).toBe('p');
  expect(of({ 'x-ms-correlation-id': 'o', 'x-ms-correlation-request-id': 'p' })).toBe('o');
  expect(of({})).toBeUndefined();
});
