import type { ThereSite } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Website } from '@portico/microsoft/services/websites';
import { isSuspended } from './site-clock.ts';
import type { Row, Targets } from './targets.ts';
import { textOf } from './text-of.ts';

type Reaches = Pick<Targets, 'answers' | 'sites'>;

/**
 * The site that this set-up decided on, by its address: names of templates aren’t known to read back as asked for. One
 * that failed is it as long as there is no other.
 */
export async function findSite({ answers, sites }: Reaches): Promise<Website | undefined> {
  const decided = answers['portal-site']?.subdomain;
  const there = (await sites()).filter((each) => each.subdomain?.toLowerCase() === decided);
  return there.find((each) => !hasFailed(each)) ?? there[0];
}

/** The same, where a check before has seen it. @throws Problem `not-found` */
export async function getSite(targets: Reaches): Promise<Website> {
  const found = await findSite(targets);
  if (!found) throw new Problem('not-found', { values: { missing: 'site' } });
  return found;
}

/** Ready by Microsoft’s own words; `StateConfigured` was seen live beside the documented one. */
export const isReady = ({ status }: Website): boolean =>
  /^(OperationComplete|StateConfigured)$/i.test(status ?? '');

export const isVisible = ({ siteVisibility }: Website, to: 'public' | 'private'): boolean =>
  siteVisibility?.toLowerCase() === to;

/** Whether a site shows other pages than those that were chosen for it; which ones is only known once it is ready. */
export const showsOthers = (site: Website, record: string | undefined): boolean =>
  record !== undefined &&
  (isReady(site) || isSuspended(site)) &&
  site.websiteRecordId?.toLowerCase() !== record.toLowerCase();

/** Its host is on its way out; that it reads so was seen by a community client. */
export const isBeingDeleted = ({ status }: Website): boolean => /deleting/i.test(status ?? '');

export const hasFailed = ({ status }: Pick<Website, 'status'>): boolean => /Failed$/i.test(status ?? '');

/**
 * Whether a site is of our template: `maybe` where it reads the name that recorded sites of any template have, on the
 * data model that this template is always on. One that failed holds no place.
 */
export function isCustomerPortal(site: Website): 'yes' | 'maybe' | 'no' {
  if (hasFailed(site)) return 'no';
  if (site.templateName === 'CustomerPortal') return 'yes';
  return site.templateName === 'DefaultPortalTemplate' && site.dataModel === 'Standard' ? 'maybe' : 'no';
}

/** What a person has to know of a site that is there, and what their decision becomes when they take it. */
export const thereSite = ({ name, websiteUrl, subdomain, selectedBaseLanguage }: Website): ThereSite => ({
  name: name ?? '',
  url: websiteUrl ?? '',
  subdomain: subdomain?.toLowerCase() ?? '',
  ...(typeof selectedBaseLanguage === 'number' ? { language: selectedBaseLanguage } : {}),
});

/** Where people see the sites of the environment in Power Pages. */
export const sitesPage = async ({ cloud, environment }: Pick<Targets, 'cloud' | 'environment'>) =>
  `${cloud.pages.powerPages}/environments/${(await environment()).name}/portals/home`;

/** Sites of all environments in the admin centre, at the address that the documentation links (admin/add-custom-domain). */
export const sitesAdminPage = ({ cloud }: Pick<Targets, 'cloud'>): string =>
  `${cloud.pages.adminCentre}/resources/portals`;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The site’s record in Dataverse. @throws Problem `upstream-shape` when the site names none */
export function recordOf({ websiteRecordId }: Website): string {
  if (!websiteRecordId || !guid.test(websiteRecordId))
    throw new Problem('upstream-shape', { detail: 'a ready site without its record' });
  return websiteRecordId;
}

/** Site settings of the standard data model, by name in small letters: one that isn’t there has its default. */
export async function siteSettings({ rows }: Pick<Targets, 'rows'>, record: string) {
  const found = await rows({
    set: 'adx_sitesettings',
    $select: 'adx_name,adx_value,statecode',
    $filter: `_adx_websiteid_value eq ${record} and startswith(adx_name,'Authentication/Registration/')`,
  });
  const named = found
    .filter(({ statecode }) => statecode === 0)
    .map((row: Row) => [textOf(row['adx_name']).toLowerCase(), textOf(row['adx_value'])] as const);
  return {
    /** Registration settings are on unless one says that they aren’t (security/authentication/set-authentication-identity). */
    isOn: (name: string): boolean =>
      !named.some(
        ([each, value]) =>
          each === `authentication/registration/${name.toLowerCase()}` && /^\s*false\s*$/i.test(value),
      ),
  };
}
