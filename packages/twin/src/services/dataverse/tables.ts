import type { Organization } from '../../world/dataverse.ts';

/** Where a row's navigation leads. */
export type Navigation =
  /** One row, by a lookup of ours. */
  | { readonly to: string; readonly column: string }
  /** Many rows, by a lookup of theirs. */
  | { readonly to: string; readonly theirs: string }
  /** Many to many, through a table of pairs. */
  | { readonly to: string; readonly through: string };

export interface Table {
  /** `accounts`, as in addresses. */
  readonly set: string;
  /** `account`, as in metadata. */
  readonly logical: string;
  readonly key: string;
  readonly navigations: Readonly<Record<string, Navigation>>;
}

const table = (
  set: string,
  logical: string,
  navigations: Table['navigations'] = {},
  key = `${logical}id`,
): Table => ({ set, logical, key, navigations });

/** Tables whose names can't be guessed, or from which something is expanded. */
const known: readonly Table[] = [
  table('systemusers', 'systemuser', {
    businessunitid: { to: 'businessunits', column: '_businessunitid_value' },
    systemuserroles_association: { to: 'roles', through: 'systemuserrolescollection' },
    teammembership_association: { to: 'teams', through: 'teammemberships' },
  }),
  table('teams', 'team', { teamroles_association: { to: 'roles', through: 'teamrolescollection' } }),
  table('businessunits', 'businessunit'),
  table('roles', 'role'),
  table('solutions', 'solution', { publisherid: { to: 'publishers', column: '_publisherid_value' } }),
  table('publishers', 'publisher', {
    publisher_solution: { to: 'solutions', theirs: '_publisherid_value' },
  }),
  table('cdm_companies', 'cdm_company'),
  table('transactioncurrencies', 'transactioncurrency'),
  table('pluginassemblies', 'pluginassembly'),
  table('sdkmessageprocessingsteps', 'sdkmessageprocessingstep', {
    plugintypeid: { to: 'plugintypes', column: '_plugintypeid_value' },
  }),
  table('systemuserrolescollection', 'systemuserroles', {}, 'systemuserroleid'),
  table('teamrolescollection', 'teamroles', {}, 'teamroleid'),
  table('teammemberships', 'teammembership'),
];

/** Dataverse's own rule for most names: `uom` becomes `uoms`, `entity` becomes `entities`. */
const singular = (set: string): string =>
  set.endsWith('ies') ? `${set.slice(0, -3)}y` : set.replace(/s$/, '');

/** A table of an organization by its entity set; undefined when this organization has none of that name. */
export function findTable({ tables }: Organization, set: string): Table | undefined {
  if (!Object.hasOwn(tables, set)) return undefined;
  return known.find((each) => each.set === set) ?? table(set, singular(set));
}

/** A table by its logical name: `account`. */
export const findLogical = (organization: Organization, logical: string): Table | undefined =>
  Object.keys(organization.tables)
    .map((set) => findTable(organization, set))
    .find((table) => table?.logical === logical);
