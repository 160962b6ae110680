import { columnsOf, parseFilter } from '../odata/filter-tree.ts';
import { matches } from '../odata/matches.ts';
import type { Organization } from '../world/dataverse.ts';
import type { DualWriteMap, Link } from '../world/dual-write.ts';
import type { FinanceEnvironment } from '../world/finance-operations.ts';
import { type Row, textOf } from '../world/rows.ts';
import type { World } from '../world.ts';
import { type FieldMap, fieldMapOf, type Lookup } from './field-maps.ts';
import { organizationOf } from './find-link.ts';

/** A map between its two sides. */
export interface Sides {
  readonly world: World;
  readonly link: Link;
  readonly map: DualWriteMap;
  readonly fields: FieldMap;
  readonly organization: Organization;
  readonly finance: FinanceEnvironment;
}

/** Undefined where one of the sides isn't there. */
export function sidesOf(world: World, link: Link, map: DualWriteMap): Sides | undefined {
  const organization = organizationOf(world, link);
  const finance = world.state.finance.environments.find(({ host }) => host === link.financeHost);
  if (!organization || !finance) return undefined;
  return { world, link, map, organization, finance, fields: fieldMapOf(map) };
}

/** Companies are in lower case there and in upper case here, and letter case doesn't matter anyway. */
export const same = (value: unknown): string => textOf(value).toLowerCase();

/** The lookup to a row's company: `msdyn_company`; undefined where rows have none, or have it from another row. */
export const companyColumn = ({ keys }: DualWriteMap): string | undefined =>
  keys.map((key) => /^(\w+)\.cdm_companycode$/.exec(key)?.[1]).find((column) => column !== undefined);

/** Columns of Dataverse by which rows of both sides are the same. */
export const keyColumns = ({ keys }: DualWriteMap): readonly string[] => [
  ...new Set(keys.map((key) => (key.includes('.') ? `_${key.split('.')[0]}_value` : key))),
];

/** What tells a row apart; undefined when some of that isn't filled in. */
export function keyOf(map: DualWriteMap, row: Row): string | undefined {
  const parts = keyColumns(map).map((column) => same(row[column]));
  return parts.includes('') ? undefined : parts.join('|');
}

/** Lookups to tables that nobody has installed don't count: the maps of before know nothing of the address book. */
export const lookupsOf = ({ fields, organization }: Sides): readonly Lookup[] =>
  fields.lookups.filter(({ to }) => to.some(({ set }) => organization.tables[set]));

export const companyId = ({ tables }: Organization, code: string): unknown =>
  tables['cdm_companies']?.find((row) => same(row['cdm_companycode']) === same(code))?.['cdm_companyid'];

/** The code of the company that a row of Dataverse is of, as finance and operations writes it; `dat` for none. */
export function companyOf({ map, fields, organization, finance }: Sides, row: Row): string | undefined {
  const path = map.keys.find((key) => key.endsWith('.cdm_companycode'))?.split('.');
  if (!path) return 'dat';
  let owner: Row | undefined = row;
  // An order line has its company from its order.
  if (path.length === 3) {
    const set = fields.lookups.find(({ column }) => column === path[0])?.to[0]?.set ?? '';
    const id = row[`_${path[0]}_value`];
    owner = organization.tables[set]?.find((each) => Object.values(each).includes(id));
  }
  const company = owner?.[`_${path.at(-2)}_value`];
  const code = organization.tables['cdm_companies']?.find((each) => each['cdm_companyid'] === company)?.[
    'cdm_companycode'
  ];
  return finance.companies.find(({ id }) => same(id) === same(code))?.id;
}

/** Whether a map takes a row, by the filter of the side that it comes from. */
export function taken(filter: string): (row: Row) => boolean {
  if (filter === '') return () => true;
  const tree = parseFilter(filter);
  const nothing = Object.fromEntries(columnsOf(tree).map((column) => [column, null]));
  return (row) => matches(tree, { ...nothing, ...row });
}
