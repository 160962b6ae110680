import { siteTables } from '../services/dataverse/site-tables.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import type { Site } from '../world/platform.ts';
import { portalLanguages } from './template/localised.ts';
import type { Generation } from './template/sheet.ts';
import { provision } from './template/template.ts';

/** The table of a website's record on the standard data model, which this template always has (admin/enhanced-data-model). */
export const websiteRow = (site: Site): Row => ({
  adx_websiteid: site.websiteRecordId,
  adx_name: site.name,
  adx_primarydomainname: `${site.subdomain}.portals.twin.localhost`,
  adx_website_language: site.language,
  createdon: site.readyAt,
  modifiedon: site.readyAt,
  statecode: 0,
  statuscode: 1,
});

interface Way {
  readonly generation: Generation;
  readonly id: (table: string, key: string) => string;
  /** Who signs in has this role by that alone. */
  readonly everybodyIs?: string;
}

/** Writes all that the template brings for a new site, whose record is there. */
export function putSiteRows(
  organization: Organization,
  site: Site,
  { generation, id, everybodyIs }: Way,
): void {
  const { tables } = organization;
  for (const { set } of siteTables) tables[set] ??= [];
  // Empty until somebody is invited.
  tables['adx_invitations'] ??= [];
  const { rows, website } = provision({
    generation,
    language: site.language,
    website: site.websiteRecordId,
    portalLanguage: languageOf(organization, site, id),
    at: secondsOf(site),
    id,
  });
  for (const [set, made] of Object.entries(rows))
    for (const row of made) {
      organization.version += 1;
      row['versionnumber'] = organization.version;
      if (set === 'adx_webroles') row['adx_authenticatedusersrole'] = row['adx_name'] === everybodyIs;
      if (set === 'adx_websitelanguages') row['adx_name'] = nameOf(site.language);
      tables[set]?.push(row);
    }
  const record = tables['adx_websites']?.find((row) => row['adx_websiteid'] === site.websiteRecordId);
  if (record) Object.assign(record, website, { versionnumber: organization.version });
}

/** Dataverse tells times to the second. */
const secondsOf = ({ readyAt }: Site): string => readyAt.replace(/\.\d+/, '');

const nameOf = (language: number): string =>
  portalLanguages.find(({ lcid }) => lcid === language)?.name ?? 'English';

/** The languages that Power Pages brings are the organization's, not the site's. */
function languageOf({ tables }: Organization, site: Site, id: Way['id']): string {
  const there = (tables['adx_portallanguages'] ??= []);
  if (there.length === 0)
    for (const { lcid, code, name } of portalLanguages)
      there.push({
        adx_portallanguageid: id('adx_portallanguage', code),
        adx_name: name,
        adx_lcid: lcid,
        adx_languagecode: code,
        adx_displayname: name,
        createdon: secondsOf(site),
        modifiedon: secondsOf(site),
        statecode: 0,
        statuscode: 1,
      });
  const found = there.find((row) => row['adx_lcid'] === site.language) ?? there[0];
  return String(found?.['adx_portallanguageid']);
}

/** Solutions that come with the template, by unique name. Assumed: nobody has published which they are. */
export const templateSolutions = (generation: Generation): Readonly<Record<string, string>> => ({
  MicrosoftPortalBase: generation === 1 ? '9.3.2608.12' : '9.3.2611.4',
  MicrosoftSupplyChainCustomerPortal: generation === 1 ? '1.4.2608.3' : '1.5.2611.1',
});
