import { describe, expect, test } from 'vitest';
import { listedMaps } from '../dual-write/find-link.ts';
import { hours } from '../platform/durations.ts';
import { type BareLink, bareLink } from '../test-support/bare-link.ts';
import { mapNames } from '../test-support/open-gateway.ts';
import { bigTables } from './big-tables.ts';
import { circularLookups } from './circular-lookups.ts';
import { partyAndGab } from './party-and-gab.ts';
import { quoteToCash } from './quote-to-cash.ts';
import { sixtyCompanies } from './sixty-companies.ts';

const { accounts, contacts, orders, lines } = mapNames;
const parties = 'msdyn_parties - CDS Parties';
const newer = {
  orders: 'salesorders - Dynamics 365 Sales order headers',
  lines: 'salesorderdetails - Dynamics 365 Sales order lines',
  features: 'msdyn_supplychainfeaturestates - Dynamics 365 Sales feature management states',
};

const errorOf = ({ link }: BareLink, name: string): string | undefined =>
  link.requests.findLast(({ map }) => map === link.maps.find((each) => each.name === name)?.id)?.error;

describe('party-and-gab', () => {
  test('parties come first, Contacts V2 is there, and both CDS Contacts V2 are still listed', () => {
    const link = bareLink(partyAndGab());
    const names = listedMaps(link.link).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('contacts - CDS Contacts V2'))).toHaveLength(2);
    expect(names).toContain('msdyn_contactforparties - Contacts V2');
    expect(link.before(accounts)).toContain(parties);
    link.run([...link.before(accounts), accounts]);
    expect(link.map(accounts).state).toBe(4);
    const party = link.row('accounts', 'accountnumber', 'US-003')?.['_msdyn_partyid_value'];
    expect(link.row('msdyn_parties', 'msdyn_partyid', party)).toMatchObject({
      msdyn_partynumber: 'P-US-003',
    });
  });

  test('without parties no customer is copied', () => {
    const link = bareLink(partyAndGab());
    link.run(link.before(accounts).filter((name) => name !== parties && name !== contacts));
    link.run([contacts]);
    expect(errorOf(link, contacts)).toContain('msdyn_partyid.msdyn_partynumber');
    expect(link.legs(contacts)[0]).toMatchObject({ exported: 150, failed: 150 });
  });
});

test('quote-to-cash: the newer order maps are beside the older ones, need the feature states, and copy the orders', () => {
  const link = bareLink(quoteToCash());
  const names = listedMaps(link.link).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([orders, lines, newer.orders, newer.lines, newer.features]));
  expect(link.before(newer.orders)).toContain(newer.features);
  expect(link.before(newer.lines)).toContain(newer.orders);
  expect(link.before(lines)).not.toContain(newer.orders);
  link.run([...link.before(newer.lines), newer.lines]);
  expect(link.map(newer.lines).state).toBe(4);
  expect(link.map(orders).state).toBe(6);
  expect(link.total('salesorders')).toBe(400 + 240 + 100);
});

describe('sixty-companies', () => {
  test('no initial sync begins, and what copies nothing runs', () => {
    const link = bareLink(sixtyCompanies());
    link.run(['cdm_companies - Legal entities']);
    expect(errorOf(link, 'cdm_companies - Legal entities')).toMatch(/Exceeds the maximum partitions allowed/);
    expect(link.link.executions).toEqual([]);
    link.run(['cdm_companies - Legal entities'], 'AX', false);
    expect(link.map('cdm_companies - Legal entities').state).toBe(4);
  });

  test('each company has rows of its own, and the world stays small', () => {
    const state = sixtyCompanies();
    const customers = state.finance.environments[0]?.tables['CustCustomerV3Entity'];
    const companies = new Set(
      [...(customers?.rows ?? []), ...(customers?.alike ?? []).map(({ like }) => like)].map(
        (row) => row['dataAreaId'],
      ),
    );
    expect(companies.size).toBe(60);
    expect(JSON.stringify(state).length).toBeLessThan(2_000_000);
  });
});

describe('big-tables', () => {
  test('beyond half a million rows nothing is exported; half a million go, in their time', () => {
    const link = bareLink(bigTables());
    const needed = link.before(lines).filter((name) => name !== accounts && name !== orders);
    link.run([...needed, contacts]);
    link.run([accounts], 'AX');
    link.run([orders]);
    expect(errorOf(link, orders)).toMatch(/^The number of records, 500046, exceeds the limit of 500000/);
    expect(link.legs(orders, 'demf')[0]).toMatchObject({ exported: 0, inserted: 0 });
    expect(link.legs(orders, 'gbsi')[0]).toMatchObject({ exported: 100, inserted: 100, failed: 0 });
    link.run([lines]);
    const [usmf] = link.legs(lines);
    expect(usmf?.exported).toBe(500_000);
    const run = link.link.executions.findLast(
      ({ pid, company }) => pid === link.map(lines).pid && company === 'usmf',
    );
    expect(Date.parse(run?.endsAt ?? '') - Date.parse(run?.startsAt ?? '')).toBeGreaterThan(3 * hours);
    expect(JSON.stringify(link.world.state).length).toBeLessThan(3_000_000);
  });

  test('what finance and operations takes one by one must be over within a day', () => {
    const link = bareLink(bigTables());
    link.run(link.before(accounts));
    link.run([accounts], 'CRM');
    expect(link.legs(accounts)).toMatchObject([
      { exported: 80_030, failed: 0 },
      { exported: 0, errors: [{ message: expect.stringContaining('24 hours') as string }] },
    ]);
    expect(link.legs(accounts, 'demf')[1]).toMatchObject({ exported: 69_999, inserted: 69_998, failed: 0 });
    const run = link.link.executions.find(({ pid }) => pid === link.map(accounts).pid);
    expect(Date.parse(run?.endsAt ?? '') - Date.parse(run?.startsAt ?? '')).toBeGreaterThan(24 * hours);
  });
});

test('circular-lookups: each pass ends with fewer errors, until the map runs', () => {
  const link = bareLink(circularLookups());
  link.run(link.before(accounts));
  const failed: (number | undefined)[] = [];
  while (link.map(accounts).state !== 4 && failed.length < 9) {
    link.run([accounts]);
    failed.push(link.legs(accounts)[0]?.failed);
  }
  expect(failed).toEqual([6, 3, 1, 0]);
});
