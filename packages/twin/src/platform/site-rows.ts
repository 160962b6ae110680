import type { Row } from '../world/dataverse.ts';
import type { Site } from '../world/platform.ts';

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

/** What the template writes beside it, by entity set: as much as proves a site. Its real rows aren't published. */
export function templateRows(site: Site, id: () => string): Readonly<Record<string, readonly Row[]>> {
  const own = { _adx_websiteid_value: site.websiteRecordId, statecode: 0, statuscode: 1 };
  const published = id();
  return {
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
  };
}

/** Solutions that come with the template, by unique name. Assumed: nobody has published which they are. */
export const templateSolutions = {
  MicrosoftPortalBaseAssumed: '9.3.2608.12',
  MicrosoftSupplyChainCustomerPortalAssumed: '1.4.2608.3',
};
