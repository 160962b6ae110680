import { expect, test } from 'vitest';
import { recordedMaps } from './recorded-maps.ts';
import { resolveMaps } from './resolve-maps.ts';
import type { Row, Targets } from './targets.ts';

const contacts = 'contacts - Customers V3';

/** A saved version as Dataverse has it. */
const row = (id: string, name: string, version: string, sides?: readonly [string, string]): Row => ({
  msdyn_dualwriteentitymapid: id,
  msdyn_name: `msdyn_[${name}]`,
  msdyn_version: version,
  ...(sides && {
    msdyn_mapping: JSON.stringify({ legs: [{ sourceSchema: sides[0], destinationSchema: sides[1] }] }),
  }),
});

/** Dataverse with these rows, and what it was asked. */
function dataverse(...saved: readonly Row[]) {
  const asked: string[] = [];
  const rows: Targets['rows'] = async ({ $select, $filter }) => {
    asked.push($select);
    return saved
      .filter((each) => !$filter || $filter.includes(`eq ${String(each['msdyn_dualwriteentitymapid'])}`))
      .map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => $select.includes(name))));
  };
  return { rows, asked };
}

test('rows of one name and one pair of entities are versions of one map, whichever way a leg runs', async () => {
  const { rows } = dataverse(
    row('a', contacts, '1.0.9.0', ['CustCustomerV3Entity', 'contacts']),
    row('b', contacts, '1.0.10.0', ['contacts', 'CustCustomerV3Entity']),
    row('c', contacts, '9.9.9.9', ['CustCustomerV3Entity', 'contacts']),
  );
  const maps = await recordedMaps(rows);
  expect(maps.map(({ id, version }) => [id, version])).toEqual([['b', '1.0.10.0']]);
  expect(maps).toMatchObject([{ name: contacts, dataverse: 'contacts', finance: 'Customers V3' }]);
});

test('rows of one name and two pairs are two maps, and a person chooses', async () => {
  const { rows } = dataverse(
    row('a', contacts, '1.0.0.5', ['CustCustomerV3Entity', 'contacts']),
    row('b', contacts, '1.0.0.6', ['CustomerPersonEntity', 'contacts']),
  );
  const maps = await recordedMaps(rows);
  expect(maps.map(({ id }) => id)).toEqual(['a', 'b']);
  const [resolved] = resolveMaps(maps, {}).maps.filter(({ wanted }) => wanted === 'contacts');
  expect(resolved).toMatchObject({
    candidates: [{ id: 'a' }, { id: 'b' }],
    reason: 'maps-resolved.reason.several',
  });
});

test('rows whose mapping can’t be read go by their name', async () => {
  const { rows } = dataverse(row('a', contacts, '1.0.0.5'), row('b', contacts, '1.0.0.6'));
  expect((await recordedMaps(rows)).map(({ id }) => id)).toEqual(['b']);
});

test('a mapping is long: it is read only where one of the five names has several rows', async () => {
  const light = 'msdyn_dualwriteentitymapid,msdyn_name,msdyn_version,ismanaged';
  const { rows, asked } = dataverse(
    row('a', contacts, '1.0.0.5'),
    row('b', 'uoms - Units', '1.0.0.1'),
    row('c', 'uoms - Units', '1.0.0.2'),
  );
  expect(await recordedMaps(rows)).toHaveLength(2);
  expect(asked).toEqual([light]);
});

test('a filter on vendors’ people tells two maps of one name and one pair of entities apart', async () => {
  const name = 'contacts - CDS Contacts V2';
  const sides = { sourceSchema: 'SmmContactCDSV2Entity', destinationSchema: 'contacts' };
  const filtered = (id: string, reversedSourceFilter: string): Row => ({
    ...row(id, name, '1.0.0.3'),
    msdyn_mapping: JSON.stringify({ legs: [{ ...sides, reversedSourceFilter }] }),
  });
  const { rows } = dataverse(
    filtered('customers', "msdyn_sellable eq true and msdyn_contactpersonid ne ''"),
    filtered('vendors', "msdyn_contactforvendor eq true and msdyn_contactpersonid ne ''"),
  );
  const maps = await recordedMaps(rows);
  expect(maps.map(({ id }) => id)).toEqual(['customers', 'vendors']);
  const [persons] = resolveMaps(maps, {}).beside;
  expect(persons?.candidates.map(({ id }) => id)).toEqual(['customers']);
});

test('what came with a solution is meant before what somebody saved under a higher number', async () => {
  const managed = { ...row('a', contacts, '1.0.0.5'), ismanaged: true };
  const { rows } = dataverse(managed, row('b', contacts, '1.0.0.6'));
  expect(await recordedMaps(rows)).toMatchObject([{ id: 'a', versions: [{ id: 'a' }, { id: 'b' }] }]);
});
