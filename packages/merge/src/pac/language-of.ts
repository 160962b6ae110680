import type { Scalar, SiteRecord } from '../record.ts';
import { FolderFault } from './folder.ts';

const list = '.portalconfig/portallanguage.yml';

/**
 * The LCID that a site was made in. Each of its languages must be known by its LCID, since names and codes are
 * translated, and what is in a language that nobody knows could be matched with nothing.
 */
export function languageOf(site: Readonly<Record<string, Scalar>>, records: readonly SiteRecord[]): number {
  const byId = new Map(records.map((record) => [record.id, record]));
  const lcidOf = (language: SiteRecord | undefined): number => {
    const lcid = byId.get(language?.refs['adx_portallanguageid'] ?? '')?.fields['adx_lcid'];
    if (typeof lcid !== 'number') throw new FolderFault('incomplete', { missing: list });
    return lcid;
  };
  for (const record of records) if (record.table === 'adx_websitelanguage') lcidOf(record);
  const said = site['adx_website_language'];
  return typeof said === 'number' ? said : lcidOf(byId.get(String(site['adx_defaultlanguage'] ?? '')));
}
