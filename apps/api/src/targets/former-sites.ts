import type { FormerSite } from '@portico/contract/findings';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';

/** Where a site has its record, by the table of its data model. */
const tables = {
  adx_website: { set: 'adx_websites', key: 'adx_websiteid', name: 'adx_name' },
  powerpagesite: { set: 'powerpagesites', key: 'powerpagesiteid', name: 'name' },
} as const;

export interface SiteRecord extends FormerSite {
  readonly table: keyof typeof tables;
}

/**
 * Records in Dataverse that no site shows: a deleted host leaves them (power-pages-docs, admin/delete-website). A
 * migrated site leaves a deactivated one, which is none.
 */
export async function formerSites({
  sites,
  dataverse,
  rows,
}: Pick<Targets, 'sites' | 'dataverse' | 'rows'>): Promise<readonly SiteRecord[]> {
  const names = Object.keys(tables);
  const [hosted, { value: there }] = await Promise.all([
    sites(),
    (await dataverse()).listEntityDefinitions({
      $select: 'LogicalName',
      $filter: names.map((name) => `LogicalName eq '${name}'`).join(' or '),
    }),
  ]);
  const shown = new Set(hosted.map(({ websiteRecordId }) => websiteRecordId?.toLowerCase()));
  // A table that isn't there can't be asked for its rows.
  const asked = Object.entries(tables).filter(([table]) =>
    there.some(({ LogicalName }) => LogicalName === table),
  );
  const found = await Promise.all(
    asked.map(async ([table, { set, key, name }]) => {
      const records = await rows({ set, $select: `${key},${name},statecode` });
      return records
        .filter(({ statecode }) => statecode !== 1)
        .map((row) => ({
          // The keys of the table above.
          table: table as keyof typeof tables,
          record: textOf(row[key]),
          name: textOf(row[name], '?'),
        }));
    }),
  );
  return found.flat().filter(({ record }) => !shown.has(record.toLowerCase()));
}
