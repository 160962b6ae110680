import type { Snapshot } from '@portico/merge/snapshot';
import { allRows } from '../targets/rows.ts';
import { captureEnhanced } from './capture-enhanced.ts';
import { captureStandard } from './capture-standard.ts';
import type { CaptureOf, CaptureSite } from './captured-site.ts';
import { type DataverseClient, describeTable } from './table-shape.ts';

/** Reads a site's whole configuration. Files that are no text are kept at once; secrets are marked and not kept. */
export const captureSite: CaptureSite = async (client, of, archive) =>
  (await modelOf(client, of)) === 'enhanced'
    ? captureEnhanced(client, of, archive)
    : captureStandard(client, of, archive);

/**
 * The data model of a site. Where Power Pages doesn't say standard, Dataverse is asked, which has a record of the site
 * in one table or the other; a site that was migrated keeps its old one, deactivated (admin/migrate-enhanced-data-model).
 */
export async function modelOf(
  client: DataverseClient,
  { website, dataModel }: Pick<CaptureOf, 'website' | 'dataModel'>,
): Promise<Snapshot['model']> {
  if (/^standard$/i.test(dataModel ?? '')) return 'standard';
  const [now, before] = await Promise.all([
    isThere(client, 'powerpagesite', website),
    isThere(client, 'adx_website', website),
  ]);
  return now && (!before || /^enhanced$/i.test(dataModel ?? '')) ? 'enhanced' : 'standard';
}

/** Whether a table has an active row of this id. */
async function isThere(client: DataverseClient, table: string, id: string): Promise<boolean> {
  const shape = await describeTable(client, table);
  if (!shape) return false;
  const query = { set: shape.set, $select: 'statecode', $filter: `${table}id eq ${id}` };
  return (await allRows(client, query)).some(({ statecode }) => statecode !== 1);
}
