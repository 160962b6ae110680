import { Problem } from '@portico/contract/problems';
import type { SiteRecord } from '@portico/merge/record';
import type { Snapshot } from '@portico/merge/snapshot';
import { allRows } from '../targets/rows.ts';
import { textOf } from '../targets/text-of.ts';
import type { DataverseClient } from './table-shape.ts';

/** The managed solutions of an organization, as a label of what was read. */
export async function managedSolutions(client: DataverseClient): Promise<Snapshot['solutions']> {
  const query = { set: 'solutions', $select: 'uniquename,version', $filter: 'ismanaged eq true' };
  const rows = await allRows(client, query);
  return rows
    .map((row) => ({ name: textOf(row['uniquename']), version: textOf(row['version']) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The LCID that a site was made in.
 * @param said what its own record says; else its default language tells
 */
export function baseLanguage(said: unknown, records: readonly SiteRecord[]): number {
  if (typeof said === 'number') return said;
  const find = (id: string | undefined) => records.find((record) => record.id === id);
  const site = records.find(({ table }) => table === 'adx_website');
  const base = find(site?.refs['adx_defaultlanguage']);
  const language = find(base?.refs['adx_portallanguageid'])?.fields['adx_lcid'];
  if (typeof language === 'number') return language;
  throw new Problem('upstream-shape', { detail: 'a website without a language' });
}

/** Reads rows as records; rows that can't be ones aren't of the shape that was promised. */
export function asPromised<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Problem('upstream-shape', { detail: error.message, cause: error });
  }
}
