import type { DualWriteMap, Leg, Link, Master, RowError } from '../world/dual-write.ts';
import type { Alike, Row, RowSet } from '../world/rows.ts';
import type { World } from '../world.ts';
import { financeTable } from './finance-table.ts';
import { type Limit, limitOf } from './limits.ts';
import { referencesOf } from './references.ts';
import { companyId, companyColumn, companyOf, keyOf, same, sidesOf, type Sides, taken } from './sides.ts';
import { toDataverse, toFinance, type Translated } from './translate.ts';
import { writeAlike, writeDataverse, writeFinance } from './write-rows.ts';

/** How a map copies, and whether it does or only says what it would do. */
export interface Copying {
  readonly master: Master;
  readonly really: boolean;
}

/** Only so many errors are ever shown (initial-sync-guidance). */
const shown = 5;

/**
 * Copies the rows of one company both ways, as far as the map goes both ways. Whoever is master overwrites where both
 * sides have a key; the other's rows of such keys are read, and nothing is written. What rows refer to must have been
 * there before, so rows that refer to rows of the same run fail, and find them the next time.
 */
export function copyCompany(
  world: World,
  link: Link,
  map: DualWriteMap,
  company: string,
  copying: Copying,
): readonly Leg[] {
  const sides = sidesOf(world, link, map);
  if (!sides) return [];
  const ours = financeRows(sides, company);
  // Read before anything is written: what comes over now doesn't go back.
  const theirs = map.direction === 'both' ? dataverseRows(sides, company) : { rows: [], alike: [] };
  const references = referencesOf(sides);
  const translated = new Map(ours.rows.map((row) => [row, toDataverse(sides, references, company, row)]));
  const legs = [copyToDataverse(sides, company, ours, translated, copying)];
  if (map.direction === 'both') legs.push(copyToFinance(sides, company, theirs, translated, copying));
  return legs;
}

function copyToDataverse(
  sides: Sides,
  company: string,
  { rows, alike }: RowSet,
  translated: ReadonlyMap<Row, Translated>,
  { master, really }: Copying,
): Leg {
  const { organization, map } = sides;
  const { name: set } = map.dataverse;
  const tally = counting('dataverse', [...rows.map(() => 1), ...alike.map(({ count }) => count)]);
  const limit = limitOf(sides, 'dataverse', tally.leg().exported);
  if (limit) return tally.stop(company, limit);
  const there = byKey(map, organization.tables[set] ?? []);
  // Who alone has something to say has nobody to lose to.
  const wins = master === 'AX' || map.direction !== 'both';
  const made: Row[] = [];
  for (const row of rows) {
    const { values, missing } = translated.get(row) ?? { values: {} };
    if (missing) tally.fail(missing, 1);
    else {
      const other = there.get(keyOf(map, values) ?? '');
      tally.wrote(1, other ? 1 : 0, wins);
      if (other && wins && really) writeDataverse(sides, values, other);
      if (!other) made.push(values);
    }
  }
  if (really) for (const values of made) writeDataverse(sides, values, undefined);
  const groups = really ? (organization.alike[set] ??= []) : (organization.alike[set] ?? []);
  const references = referencesOf(sides);
  for (const group of alike) {
    const { values, missing } = toDataverse(sides, references, company, group.like);
    if (missing) tally.fail(missing, group.count);
    else {
      tally.wrote(group.count, countOf(groups, group), wins);
      if (really) writeAlike(groups, group, values, wins);
    }
  }
  return tally.leg();
}

function copyToFinance(
  sides: Sides,
  company: string,
  { rows, alike }: RowSet,
  translated: ReadonlyMap<Row, Translated>,
  { master, really }: Copying,
): Leg {
  const { finance, map } = sides;
  const tally = counting('finance', [...rows.map(() => 1), ...alike.map(({ count }) => count)]);
  const limit = limitOf(sides, 'finance', tally.leg().exported);
  if (limit) return tally.stop(company, limit);
  const wins = master === 'CRM';
  const there = new Map([...translated].map(([row, { values }]) => [keyOf(map, values), row]));
  const references = referencesOf(sides);
  for (const row of rows) {
    const other = there.get(keyOf(map, row));
    const { values, missing } = toFinance(sides, references, company, row, !other);
    // The loser's row isn't looked at any further.
    if (missing && (!other || wins)) tally.fail(missing, 1);
    else {
      tally.wrote(1, other ? 1 : 0, wins);
      if (really && (!other || wins)) writeFinance(sides, values, other);
    }
  }
  const groups = financeTable(finance, map.finance.name).alike;
  for (const group of alike) {
    const there = countOf(groups, group);
    const { values, missing } = toFinance(sides, references, company, group.like, there === 0);
    if (missing && (there < group.count || wins)) tally.fail(missing, group.count);
    else {
      tally.wrote(group.count, there, wins);
      if (really) writeAlike(groups, group, values, wins);
    }
  }
  return tally.leg();
}

function financeRows({ finance, map, fields }: Sides, company: string): RowSet {
  const takes = taken(fields.filters.finance);
  const mine = (row: Row) => (company === 'dat' || same(row['dataAreaId']) === same(company)) && takes(row);
  const { rows, alike } = financeTable(finance, map.finance.name);
  return { rows: rows.filter(mine), alike: alike.filter(({ like }) => mine(like)) };
}

/** Rows without a company, or without a key, take no part in dual-write (bootstrap-company-data). */
function dataverseRows(sides: Sides, company: string): RowSet {
  const { organization, map, fields } = sides;
  const takes = taken(fields.filters.dataverse);
  const { name: set } = map.dataverse;
  const owner = companyColumn(map);
  const ours = owner ? companyId(organization, company) : undefined;
  const isOurs = (row: Row) =>
    owner ? ours !== undefined && row[`_${owner}_value`] === ours : companyOf(sides, row) === company;
  const rows = (organization.tables[set] ?? []).filter(
    (row) => takes(row) && keyOf(map, row) !== undefined && isOurs(row),
  );
  const alike = (organization.alike[set] ?? []).filter(({ like }) => takes(like) && isOurs(like));
  return { rows, alike };
}

const byKey = (map: DualWriteMap, rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(map, row) ?? '', row]));

const countOf = (groups: readonly Alike[], { id, count }: Alike): number =>
  Math.min(count, groups.find((group) => group.id === id)?.count ?? 0);

/** The numbers of one leg, and its first errors. */
function counting(to: Leg['to'], counts: readonly number[]) {
  const exported = counts.reduce((sum, count) => sum + count, 0);
  let [inserted, updated, failed] = [0, 0, 0];
  const errors: RowError[] = [];
  return {
    fail(error: RowError, count: number): void {
      failed += count;
      if (errors.length < shown) errors.push(error);
    },
    /** So many rows, of which so many were there before, and were overwritten if this side wins. */
    wrote(count: number, there: number, wins: boolean): void {
      inserted += count - there;
      if (wins) updated += there;
    },
    leg: (): Leg => ({ to, exported, inserted, updated, failed, errors }),
    stop: (company: string, { says, after }: Limit): Leg => ({
      to,
      exported: 0,
      inserted: 0,
      updated: 0,
      failed: Math.max(1, exported),
      stopped: after,
      errors: [{ company, record: '', field: '', message: says }],
    }),
  };
}
