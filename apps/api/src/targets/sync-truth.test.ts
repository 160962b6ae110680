// What is forecast, held against what the twin's initial sync then does with the same rows.
import { bareLink } from '@portico/twin/test-support/bare-link';
import { expect, test } from 'vitest';
import { seeded } from '../test-support/seeded.ts';
import { durationOf, obstaclesOf, type Shape } from './sync-feasibility.ts';
import { isSingleThreaded } from './synced-tables.ts';

const companiesFirst = 'cdm_companies - Legal entities';

/** Two maps that refer to companies alone: finance and operations takes the second's rows one by one. */
const maps = [
  { name: 'msdyn_paymentdays - Payment days CDS', entity: 'PaymentDayCDSEntity', set: 'msdyn_paymentdays' },
  { name: 'msdyn_shipvias - Modes of delivery', entity: 'DlvModeEntity', set: 'msdyn_shipvias' },
] as const;
type Map = (typeof maps)[number];

const shapeOf = ({ set }: Map): Shape => ({
  singleThreaded: isSingleThreaded({ dataverse: set }),
  manyLookups: false,
  oneWay: false,
});

/** Runs a map whose American company has so many rows on each side and nobody else any; answers how that went. */
function copy({ name, entity, set }: Map, rows: { readonly finance: number; readonly dataverse: number }) {
  const link = bareLink();
  link.run([companiesFirst]);
  const company = link.row('cdm_companies', 'cdm_companycode', 'USMF')?.['cdm_companyid'];
  const table = link.finance.tables[entity];
  if (!table || typeof company !== 'string') throw new Error(`There is no ${entity}.`);
  table.rows.length = 0;
  table.alike.length = 0;
  table.alike.push({
    id: 'there',
    like: { dataAreaId: 'usmf', Name: 'T', ModeCode: 'T' },
    count: rows.finance,
  });
  const like = { msdyn_name: 'H', _msdyn_company_value: company, statecode: 0 };
  link.organization.tables[set] = [];
  link.organization.alike[set] = [{ id: 'here', like, count: rows.dataverse }];
  link.run([name]);
  const { pid } = link.map(name);
  const execution = link.link.executions.find((each) => each.pid === pid && each.company === 'usmf');
  const errors = execution?.legs.flatMap((leg) => leg.errors.map(({ message }) => message)) ?? [];
  const took = Date.parse(execution?.endsAt ?? '') - Date.parse(execution?.startsAt ?? '');
  return { seconds: took / 1000, errors };
}

test.each<readonly [string, Map, Parameters<typeof copy>[1]]>(
  maps.flatMap((map) =>
    [499_999, 500_000, 500_001].map(
      (count) => [`${count} rows of ${map.set}`, map, { finance: count, dataverse: 0 }] as const,
    ),
  ),
)('%s from finance and operations: it fails exactly if we said so', (_, map, rows) => {
  const { errors } = copy(map, rows);
  expect(errors.length > 0).toBe(obstaclesOf(rows, shapeOf(map)).length > 0);
});

test.each<readonly [string, Map, number]>([
  ...[69_999, 70_000, 70_001].map((count) => ['one by one', maps[1], count] as const),
  ...[143_999, 144_000, 144_001].map((count) => ['side by side', maps[0], count] as const),
])('taken %s, %o: %d rows from Dataverse fail exactly if we said so', (_, map, count) => {
  const rows = { finance: 0, dataverse: count };
  const { errors } = copy(map, rows);
  expect(errors.length > 0).toBe(obstaclesOf(rows, shapeOf(map)).length > 0);
});

test('what it takes lies within what was said, in 200 seeded runs', () => {
  let inside = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = seeded(seed);
    const map = maps[chance.between(0, 1)] ?? maps[0];
    // As many small tables as large ones.
    const rows = {
      finance: chance.between(0, 10 ** chance.between(1, 5)),
      dataverse: chance.between(0, 10 ** chance.between(1, 4)),
    };
    const { seconds, errors } = copy(map, rows);
    expect([seed, errors]).toEqual([seed, []]);
    const [least, most] = durationOf(rows, shapeOf(map), 1);
    if (seconds >= least && seconds <= most) inside += 1;
  }
  expect(inside).toBeGreaterThanOrEqual(180);
});
