import { matches } from '../../odata/matches.ts';
import { parseFilter } from '../../odata/filter-tree.ts';
import { parseSelect } from '../../odata/expand.ts';
import type { Organization } from '../../world/dataverse.ts';
import { findTable } from './tables.ts';

/** The tables of an organization, with the few properties of their definition that anybody asks for. */
export function entityDefinitions(
  organization: Organization,
  { $select, $filter }: { readonly $select?: string | undefined; readonly $filter?: string | undefined },
): Record<string, unknown>[] {
  const tree = $filter === undefined ? undefined : parseFilter($filter);
  const select = parseSelect($select);
  return Object.keys(organization.tables)
    .map((set) => findTable(organization, set))
    .filter((table) => table !== undefined)
    .map(({ set, logical, key }) => ({
      LogicalName: logical,
      SchemaName: logical,
      EntitySetName: set,
      LogicalCollectionName: set,
      PrimaryIdAttribute: key,
    }))
    .filter((definition) => !tree || matches(tree, definition))
    .map((definition) => {
      const shown = Object.entries(definition).filter(([name]) => !select || select.includes(name));
      return Object.fromEntries(shown);
    });
}
