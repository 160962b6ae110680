import { parseExpand, parseSelect } from '../../odata/expand.ts';
import { BadQuery } from '../../odata/refusals.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import type { Switches } from '../../world.ts';
import type { Table } from './table.ts';
import { findTable } from './tables.ts';

interface Query {
  readonly $select?: string | undefined;
  readonly $expand?: string | undefined;
}

/** A table's definition: what was selected of it, and relationships only where they are asked for (query-metadata-web-api). */
export function describeTable(organization: Organization, table: Table, { $select, $expand }: Query): Row {
  const related: Readonly<Record<string, readonly Row[]>> = {
    ManyToOneRelationships: toOne(organization, table),
    ManyToManyRelationships: toMany(table),
  };
  const definition = {
    LogicalName: table.logical,
    SchemaName: table.logical,
    EntitySetName: table.set,
    LogicalCollectionName: table.set,
    PrimaryIdAttribute: table.key,
    PrimaryNameAttribute: table.name ?? 'name',
    // On for custom tables unless somebody turns it off (reference, EntityMetadata); those of a site are custom ones.
    IsOptimisticConcurrencyEnabled: table.virtual !== true,
  };
  const expanded = parseExpand($expand).map(({ navigation, select }) => {
    const rows = related[navigation];
    if (!rows)
      throw new BadQuery(`Could not find a property named '${navigation}' on type 'EntityMetadata'.`);
    return [navigation, rows.map((row) => chosen(row, select))] as const;
  });
  return { ...chosen(definition, parseSelect($select)), ...Object.fromEntries(expanded) };
}

/** What columns are at first; whether virtual ones say so nobody knows. */
export const firstOf = <Value extends number | boolean>(
  { virtualTableDefaults }: Switches,
  { virtual }: Table,
  columns: Readonly<Record<string, Value>> = {},
  none: Value,
): Readonly<Record<string, Value>> =>
  virtual && virtualTableDefaults === 'none'
    ? Object.fromEntries(Object.keys(columns).map((column) => [column, none]))
    : columns;

/** Columns of one kind, with what each is at first. */
export const describeColumns = (
  table: Table,
  columns: Readonly<Record<string, number | boolean>>,
  names: readonly [type: string, first: string],
  { $select }: Query,
): Row[] =>
  Object.entries(columns).map(([column, first]) => ({
    '@odata.type': `#Microsoft.Dynamics.CRM.${names[0]}`,
    ...chosen(
      { LogicalName: column, EntityLogicalName: table.logical, [names[1]]: first },
      parseSelect($select),
    ),
  }));

function chosen(row: Row, select: readonly string[] | undefined): Row {
  if (!select) return row;
  return Object.fromEntries(
    select.filter((name) => Object.hasOwn(row, name)).map((name) => [name, row[name]]),
  );
}

const toOne = (organization: Organization, { logical, navigations }: Table): readonly Row[] =>
  Object.entries(navigations).flatMap(([navigation, way]) =>
    'column' in way
      ? [
          {
            ReferencingEntity: logical,
            ReferencingAttribute: way.column.replace(/^_(.+)_value$/, '$1'),
            ReferencedEntity: findTable(organization, way.to)?.logical ?? way.to.replace(/s$/, ''),
            ReferencingEntityNavigationPropertyName: navigation,
          },
        ]
      : [],
  );

const toMany = ({ navigations }: Table): readonly Row[] =>
  Object.entries(navigations).flatMap(([navigation, way]) =>
    'through' in way && way.ends
      ? [
          {
            SchemaName: way.schema,
            Entity1LogicalName: way.ends[0],
            Entity2LogicalName: way.ends[1],
            IntersectEntityName: way.through.replace(/set$/, ''),
            Entity1NavigationPropertyName: navigation,
            Entity2NavigationPropertyName: navigation,
          },
        ]
      : [],
  );
