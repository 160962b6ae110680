import type { TableFacts } from '@portico/merge/pac/folder';
import { standard } from '@portico/merge/tables/standard';
import type { Client } from '@portico/http/client';
import type { dataverse } from '@portico/microsoft/services/dataverse';
import { inWaves } from '../targets/in-waves.ts';

export type DataverseClient = Client<typeof dataverse.endpoints>;

/** A many-to-many relationship between two configuration tables, seen from the one whose record holds the set. */
export interface Relationship {
  /** `adx_entitypermission_webrole` */
  readonly name: string;
  readonly navigation: string;
  readonly to: string;
}

/** A configuration table as this organization describes it: entity sets and names for binding can't be guessed. */
export interface TableShape {
  readonly table: string;
  /** `adx_websiteaccesses`, as in addresses. */
  readonly set: string;
  /** A row's version guards a write only where this holds. */
  readonly guarded: boolean;
  /** Of lookups, by column: what a write calls them, in the letter case that counts. */
  readonly binds: Readonly<Record<string, string>>;
  /** The lookups' targets, by column. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
  readonly relationships: readonly Relationship[];
}

const $select = 'LogicalName,EntitySetName,PrimaryIdAttribute,IsOptimisticConcurrencyEnabled';
const $expand =
  'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName),' +
  'ManyToManyRelationships($select=SchemaName,Entity1LogicalName,Entity2LogicalName,IntersectEntityName,Entity1NavigationPropertyName,Entity2NavigationPropertyName)';

/** Describes one table; undefined where this organization has none of that name. */
export async function describeTable(client: DataverseClient, table: string): Promise<TableShape | undefined> {
  const described = await client.describeTable({ table, $select, $expand });
  const set = described?.EntitySetName;
  if (!described || !set) return undefined;
  const lookups = described.ManyToOneRelationships ?? [];
  const targets: Record<string, string[]> = {};
  for (const { ReferencingAttribute: column, ReferencedEntity } of lookups)
    (targets[column] ??= []).push(ReferencedEntity);
  return {
    table,
    set,
    guarded: described.IsOptimisticConcurrencyEnabled ?? false,
    binds: Object.fromEntries(
      lookups.map((each) => [each.ReferencingAttribute, each.ReferencingEntityNavigationPropertyName]),
    ),
    targets,
    relationships: (described.ManyToManyRelationships ?? []).flatMap((each) => ownOf(table, each)),
  };
}

/** Every configuration table that this organization has, by its name. */
export async function describeTables(client: DataverseClient): Promise<ReadonlyMap<string, TableShape>> {
  const described = await inWaves(Object.keys(standard), (table) => describeTable(client, table));
  return new Map(described.flatMap((shape) => (shape ? [[shape.table, shape] as const] : [])));
}

/** The choices and flags of a table, and what each is when nobody chose. */
export async function choosableOf(
  client: DataverseClient,
  table: string,
): Promise<Pick<TableFacts, 'choices' | 'flags' | 'defaults'>> {
  const [choices, flags] = await Promise.all([
    client.listChoices({ table, $select: 'LogicalName,DefaultFormValue' }),
    client.listFlags({ table, $select: 'LogicalName,DefaultValue' }),
  ]);
  const defaults = Object.fromEntries([
    // −1: no default.
    ...choices.value.flatMap(({ LogicalName, DefaultFormValue: value }) =>
      typeof value === 'number' && value !== -1 ? [[LogicalName, value] as const] : [],
    ),
    ...flags.value.flatMap(({ LogicalName, DefaultValue: value }) =>
      typeof value === 'boolean' ? [[LogicalName, value] as const] : [],
    ),
  ]);
  const names = (columns: readonly { LogicalName: string }[]) =>
    new Set(columns.map(({ LogicalName }) => LogicalName));
  return { choices: names(choices.value), flags: names(flags.value), defaults };
}

/** What a folder's rows are read by: this organization's metadata of every table it has. */
export async function tableFacts(client: DataverseClient): Promise<ReadonlyMap<string, TableFacts>> {
  const facts = await inWaves(Object.keys(standard), async (table) => {
    const shape = await describeTable(client, table);
    if (!shape) return [];
    const { targets, relationships } = shape;
    const own = { lookups: new Set(Object.keys(targets)), relationships };
    return [[table, { ...(await choosableOf(client, table)), ...own }] as const];
  });
  return new Map(facts.flat());
}

interface ManyToMany {
  readonly SchemaName: string;
  readonly Entity1LogicalName: string;
  readonly Entity2LogicalName: string;
  readonly Entity1NavigationPropertyName: string;
  readonly Entity2NavigationPropertyName: string;
}

/**
 * The relationship, where this table's record holds the set: what a role is given to, not the role; else the first of
 * both. What leads out of the configuration, as to contacts, is people's and never the template's.
 */
function ownOf(table: string, each: ManyToMany): readonly Relationship[] {
  const [one, other] = [each.Entity1LogicalName, each.Entity2LogicalName];
  const holder = one === 'adx_webrole' ? other : one;
  const to = holder === one ? other : one;
  if (holder !== table || !Object.hasOwn(standard, one) || !Object.hasOwn(standard, other)) return [];
  const navigation = holder === one ? each.Entity1NavigationPropertyName : each.Entity2NavigationPropertyName;
  return [{ name: each.SchemaName, navigation, to }];
}
