import type { Row } from '../world/dataverse.ts';
import type { Site } from '../world/platform.ts';
import type { Switches } from '../world.ts';
import { orderRows } from './order-rows.ts';

/** Self-registration is off in a new Customer Portal (Supply Chain Management documentation, user administration). */
const settings = {
  'Authentication/Registration/Enabled': 'true',
  'Authentication/Registration/OpenRegistrationEnabled': 'false',
  'Authentication/Registration/InvitationEnabled': 'true',
  'Authentication/Registration/LocalLoginEnabled': 'true',
  'Authentication/Registration/ExternalLoginEnabled': 'true',
};

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

/**
 * What the template writes beside it, by entity set: as much as proves a site. Its real rows aren't published.
 * @param authorized whether whoever signs in is an authorized user
 */
export function templateRows(
  site: Site,
  id: () => string,
  authorized: Switches['authorizedUsers'] = 'assigned',
): Readonly<Record<string, readonly Row[]>> {
  const own = { _adx_websiteid_value: site.websiteRecordId, statecode: 0, statuscode: 1 };
  const published = id();
  const before = {
    adx_publishingstates: [
      { adx_publishingstateid: published, adx_name: 'Published', adx_isvisible: true, ...own },
      { adx_publishingstateid: id(), adx_name: 'Draft', adx_isvisible: false, ...own },
    ],
    adx_webpages: [
      {
        adx_webpageid: id(),
        adx_name: 'Home',
        adx_partialurl: '/',
        adx_isroot: true,
        _adx_parentpageid_value: null,
        _adx_publishingstateid_value: published,
        ...own,
      },
    ],
    adx_sitesettings: Object.entries(settings).map(([adx_name, adx_value]) => ({
      adx_sitesettingid: id(),
      adx_name,
      adx_value,
      ...own,
    })),
    adx_webroles: webRoles(site, id, authorized),
    // Empty until somebody is invited.
    adx_webrole_contactset: [],
    adx_invitations: [],
  };
  return { ...before, ...orderRows(site, id, before.adx_webroles) };
}

/**
 * The template's web roles (Supply Chain Management documentation, customer-portal-user-admin). Who hasn't signed in has
 * the one that is for them (Power Pages, create-web-roles). Which one that is, and whether signing in alone gives one, isn't
 * written down: the first is assumed, the second a switch.
 */
const webRoles = (site: Site, id: () => string, authorized: Switches['authorizedUsers']): readonly Row[] =>
  ['Administrator', 'Customer representative', 'Authorized users', 'Unauthorized users'].map((adx_name) => ({
    adx_webroleid: id(),
    adx_name,
    adx_authenticatedusersrole: authorized === 'everybody' && adx_name === 'Authorized users',
    adx_anonymoususersrole: adx_name === 'Unauthorized users',
    _adx_websiteid_value: site.websiteRecordId,
    statecode: 0,
    statuscode: 1,
  }));

/** Solutions that come with the template, by unique name. Assumed: nobody has published which they are. */
export const templateSolutions = {
  MicrosoftPortalBaseAssumed: '9.3.2608.12',
  MicrosoftSupplyChainCustomerPortalAssumed: '1.4.2608.3',
};
