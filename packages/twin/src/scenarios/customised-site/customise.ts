import { siteTables } from '../../services/dataverse/site-tables.ts';
import { days, later } from '../../platform/durations.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import { guid } from '../../world.ts';
import { edits, linkOrder } from './edits.ts';
import { ownRows } from './own-rows.ts';

/** Where the ids of Contoso's own rows begin. */
const firstId = 60_700;

/** Months of work on a site: what was changed, added, deleted and moved about. */
export function customise(organization: Organization, site: Site, now: Date, person: string): void {
  const { tables } = organization;
  const daysAgo = (ago: number) => later(now, -ago * days).replace(/\.\d+/, '');
  const touch = (row: Row, ago: number, changes: Row) => {
    organization.version += 1;
    const modifiedon = daysAgo(ago);
    Object.assign(row, changes, {
      modifiedon,
      _modifiedby_value: person,
      versionnumber: organization.version,
    });
  };
  for (const { set, where, ago, change } of edits) {
    const row = find(tables[set], where);
    touch(row, ago, change(row));
  }
  for (const [index, adx_name] of linkOrder.entries())
    touch(find(tables['adx_weblinks'], { adx_name }), 20, { adx_displayorder: index + 1 });

  const made = new Map(ownRows.map(({ set, key }, index) => [`${set}/${key}`, guid(firstId + index)]));
  for (const { set, key, columns, refs = {} } of ownRows) {
    const keyOf = (of: string) => siteTables.find((table) => table.set === of)?.key ?? '';
    const row: Row = {
      [keyOf(set)]: made.get(`${set}/${key}`),
      ...columns,
      _adx_websiteid_value: site.websiteRecordId,
      createdon: daysAgo(70),
      statecode: 0,
      statuscode: 1,
    };
    for (const [column, [of, name]] of Object.entries(refs))
      row[`_${column}_value`] = of.startsWith('~')
        ? made.get(`${of.slice(1)}/${name}`)
        : find(tables[of], { adx_name: name })[keyOf(of)];
    touch(row, 69, {});
    tables[set]?.push(row);
  }
}

/** The first that has these values: of a page and its content, the page. */
function find(rows: readonly Row[] = [], where: Row): Row {
  const found = rows.find((row) => Object.entries(where).every(([column, value]) => row[column] === value));
  if (!found) throw new Error(`The template has no row with ${JSON.stringify(where)}.`);
  return found;
}
