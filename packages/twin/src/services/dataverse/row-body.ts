import type { Expansion } from '../../odata/expand.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import { noSuchColumn } from './refusals.ts';
import type { Table } from './table.ts';
import { findTable } from './tables.ts';

/** Grows with each write, so it tells versions of a row apart. */
export const etagOf = (row: Row): string => `W/"${Number(row['versionnumber'] ?? 0)}"`;

/** A row as it goes out: the selected columns and always the key, with what was expanded below it. */
export function rowBody(
  organization: Organization,
  table: Table,
  row: Row,
  select: readonly string[] | undefined,
  expansions: readonly Expansion[],
): Row {
  // A value that was never set is null; only a column of no row at all doesn't exist.
  const whole = filled(table, row);
  const columns = select?.map((column) => [column, whole[column] ?? null] as const);
  return {
    '@odata.etag': etagOf(row),
    ...(columns ? { ...Object.fromEntries(columns), [table.key]: row[table.key] } : whole),
    ...Object.fromEntries(
      expansions.map((each) => [each.navigation, expanded(organization, table, row, each)]),
    ),
  };
}

/** With all columns of its table, where those are known. */
export const filled = ({ blank }: Table, row: Row): Row => (blank ? { ...blank, ...row } : row);

function expanded(
  organization: Organization,
  table: Table,
  row: Row,
  { navigation, select }: Expansion,
): Row | Row[] | null {
  const way = table.navigations[navigation];
  const target = way && findTable(organization, way.to);
  // A navigation to a table that this organization doesn't have leads nowhere.
  if (!way) throw noSuchColumn(navigation, table.logical);
  if (!target) return 'column' in way ? null : [];
  checkColumns(organization, target, select ?? []);
  const rows = organization.tables[target.set] ?? [];
  const body = (each: Row) => rowBody(organization, target, each, select, []);
  if ('column' in way) {
    const found = rows.find((each) => row[way.column] && each[target.key] === row[way.column]);
    return found ? body(found) : null;
  }
  if ('theirs' in way) return rows.filter((each) => each[way.theirs] === row[table.key]).map(body);
  const pairs = organization.tables[way.through] ?? [];
  const [own, other] = way.columns ?? [table.key, target.key];
  const ids = pairs.filter((pair) => pair[own] === row[table.key]).map((pair) => pair[other]);
  return rows.filter((each) => ids.includes(each[target.key])).map(body);
}

/** A column exists when some row has it. A table without rows can't tell, and says yes. */
export function checkColumns(organization: Organization, table: Table, columns: readonly string[]): void {
  const rows = organization.tables[table.set] ?? [];
  if (rows.length === 0) return;
  const missing = columns.find(
    (column) =>
      column !== table.key &&
      !table.columns?.includes(column) &&
      !(table.blank && Object.hasOwn(table.blank, column)) &&
      !rows.some((row) => Object.hasOwn(row, column)),
  );
  if (missing) throw noSuchColumn(missing, table.logical);
}
