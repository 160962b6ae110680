import { countOf } from './count-of.ts';
import type { GatewayMap } from './gateway.ts';
import { lasting, read, valueOf } from './read.ts';
import { syncedTable } from './synced-tables.ts';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';

type Map = Pick<GatewayMap, 'name' | 'finance' | 'dataverse'>;

/** A company that takes part: its code is its name in finance and operations, its id that in Dataverse. */
export interface Company {
  readonly code: string;
  readonly id: string;
}

export async function companiesOf(rows: Targets['rows']): Promise<readonly Company[]> {
  const $select = 'cdm_companyid,cdm_companycode,cdm_isenabledfordualwrite';
  return (await rows({ set: 'cdm_companies', $select }))
    .filter((row) => row['cdm_isenabledfordualwrite'] !== false)
    .map((row) => ({ code: textOf(row['cdm_companycode']), id: textOf(row['cdm_companyid']) }))
    .filter(({ code }) => code !== '');
}

const all = (...filters: readonly (string | undefined)[]): { readonly $filter?: string } => {
  const $filter = filters.filter((filter) => filter !== undefined).join(' and ');
  return $filter === '' ? {} : { $filter };
};

/** Rows of a map in finance and operations, all or those that a filter finds; undefined where they can't be counted. */
export async function countFinance(
  targets: Pick<Targets, 'finance'>,
  map: Map,
  company?: Company,
  among?: string,
): Promise<number | undefined> {
  const { collection, filters } = syncedTable(map);
  const client = await targets.finance();
  const only = company && `dataAreaId eq '${company.code.toLowerCase()}'`;
  const counted = await read(client.countRows({ collection, ...all(filters.finance, only, among) }), lasting);
  return valueOf(counted)?.['@odata.count'];
}

/** As far as Dataverse counts in one go. */
const countsTo = 5_000;

/**
 * Rows of a map in Dataverse; undefined where they can't be counted. Beyond 5,000 Dataverse tells the number of a whole
 * table alone, as of some hours ago: that is what then stands for the company too, which has at most as many.
 */
export async function countDataverse(
  targets: Pick<Targets, 'dataverse'>,
  map: Map,
  company?: Company,
): Promise<number | undefined> {
  const { filters, company: column } = syncedTable(map);
  const client = await targets.dataverse();
  const only = company && column && `${column} eq ${company.id}`;
  const set = map.dataverse;
  const page = valueOf(
    await read(client.listRows({ set, $count: true, $top: 1, ...all(filters.dataverse, only) }), lasting),
  );
  const count = page && countOf(page);
  if (count === undefined || count < countsTo) return count;
  const [table] = (
    await client.listEntityDefinitions({ $select: 'LogicalName', $filter: `EntitySetName eq '${set}'` })
  ).value;
  const whole = await read(client.countTable({ table: table?.LogicalName ?? '' }), lasting);
  return valueOf(whole)?.EntityRecordCountCollection.Values[0] ?? count;
}
