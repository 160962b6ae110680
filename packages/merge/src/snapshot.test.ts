import { expect, test } from 'vitest';
import { snapshot } from './snapshot.ts';

const page = {
  table: 'adx_webpage',
  id: '6a1f0a52-6f0c-4a8e-9a44-0b6f0f0f0f01',
  fields: { adx_title: 'Orders', adx_displayorder: 2, adx_hiddenfromsitemap: true },
  refs: { adx_parentpageid: '6a1f0a52-6f0c-4a8e-9a44-0b6f0f0f0f03' },
  sets: { adx_webpageaccesscontrolrule_webrole: ['6a1f0a52-6f0c-4a8e-9a44-0b6f0f0f0f04'] },
};
const whole = {
  version: 1,
  environment: 'e1',
  website: '6a1f0a52-6f0c-4a8e-9a44-0b6f0f0f0f02',
  language: 1033,
  model: 'standard',
  capturedAt: '2026-11-24T00:00:00Z',
  origin: 'captured',
  solutions: [{ name: 'CDSBasePortal', version: '9.3.2407.10' }],
  records: [page],
};

test('a snapshot goes through a file and comes back the same', () => {
  expect(snapshot.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

test.each([
  ['a foreign version', { ...whole, version: 2 }],
  ['a record without an id', { ...whole, records: [{ ...page, id: undefined }] }],
  ['a lookup that is no id', { ...whole, records: [{ ...page, refs: { adx_parentpageid: '/' } }] }],
  ['what is absent in another way', { ...whole, records: [{ ...page, fields: { adx_summary: null } }] }],
  ['a column that holds an object', { ...whole, records: [{ ...page, fields: { adx_title: {} } }] }],
  ['a body that is no hash', { ...whole, records: [{ ...page, body: { hash: 'abc' } }] }],
  ['something nobody asked for', { ...whole, secrets: ['x'] }],
])('is refused with %s', (_, broken) => {
  expect(snapshot.safeParse(broken).success).toBe(false);
});
