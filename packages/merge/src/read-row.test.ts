import { describe, expect, test } from 'vitest';
import { readRow } from './read-row.ts';
import { siteRecord } from './record.ts';

const id = '6A1F0A52-6F0C-4A8E-9A44-0B6F0F0F0F01';
const other = '6A1F0A52-6F0C-4A8E-9A44-0B6F0F0F0F02';
const seal = (secret: string) => `mark of ${secret.length}`;

describe('a row as Dataverse gives it', () => {
  const row = {
    '@odata.etag': 'W/"1"',
    adx_webpageid: id,
    adx_name: 'Orders',
    adx_title: '',
    adx_summary: null,
    adx_feedbackpolicy: 756150005,
    'adx_feedbackpolicy@OData.Community.Display.V1.FormattedValue': 'Inherit',
    adx_hiddenfromsitemap: true,
    _adx_parentpageid_value: other,
    _ownerid_value: other,
    _adx_websiteid_value: other,
    createdon: '2026-11-01T10:00:00Z',
    modifiedon: '2026-11-01T10:00:05Z',
    versionnumber: 17,
    statecode: 0,
    statuscode: 1,
  };

  test('becomes a record without what nobody means', () => {
    const read = readRow('adx_webpage', row, {
      seal,
      defaults: { adx_feedbackpolicy: 756150005 },
      sets: { rules: [], roles: [id, other] },
    });
    expect(read).toEqual({
      table: 'adx_webpage',
      id: id.toLowerCase(),
      etag: 'W/"1"',
      fields: { adx_name: 'Orders', adx_hiddenfromsitemap: true },
      refs: { adx_parentpageid: other.toLowerCase() },
      sets: { roles: [id.toLowerCase(), other.toLowerCase()] },
      untouched: true,
    });
    expect(siteRecord.parse(read)).toEqual(read);
  });

  test.each([
    ['deactivated', { statecode: 1 }, true],
    ['deleted in the studio', { statecode: 1, adx_name: 'Orders-deleted' }, true],
    ['called so, and active', { adx_name: 'Recently-deleted' }, undefined],
    ['called so, of an export without states', { statecode: undefined, adx_name: 'Orders-deleted' }, true],
  ])('%s', (_, more, inactive) => {
    expect(readRow('adx_webpage', { ...row, ...more }, { seal }).inactive).toBe(inactive);
  });

  test('that somebody changed later is touched', () => {
    expect(readRow('adx_webpage', { ...row, modifiedon: '2026-11-02T10:00:00Z' }, { seal }).untouched).toBe(
      false,
    );
  });

  test('without an id, or with a column that holds more than a scalar, is refused by name', () => {
    expect(() => readRow('adx_webpage', {}, { seal })).toThrow('adx_webpageid');
    expect(() => readRow('adx_webpage', { ...row, adx_copy: {} }, { seal })).toThrow('adx_webpage.adx_copy');
  });
});

test.each([
  ['Authentication/OpenIdConnect/AAD/ClientSecret', true],
  ['Authentication/OpenAuth/Facebook/AppSecret', true],
  ['Authentication/OpenAuth/Twitter/ConsumerKey', true],
  ['Bing/ApiKey', true],
  ['Smtp/Password', true],
  ['Authentication/OpenIdConnect/AAD/ClientId', false],
  ['Authentication/Registration/Enabled', false],
  ['Search/Enabled', false],
])('the setting %s holds a secret: %s', (name, isSecret) => {
  const read = readRow(
    'adx_sitesetting',
    { adx_sitesettingid: id, adx_name: name, adx_value: 'hunter2' },
    { seal },
  );
  expect(read.fields['adx_value']).toBe(isSecret ? 'sealed:mark of 7' : 'hunter2');
});
