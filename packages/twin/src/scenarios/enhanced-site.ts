import { days, later } from '../platform/durations.ts';
import { migrateSite } from '../platform/migrate-site.ts';
import { guid, type State } from '../world.ts';
import { customisedSite } from './customised-site.ts';
import { environments } from './contoso/ids.ts';

/**
 * The customised site and its reference in the enhanced data model, as nobody has seen a Customer Portal: Microsoft
 * provisions it on the standard one, and names no way to migrate it. The site has a server logic, which is a kind of
 * record that only this model knows.
 */
export function enhancedSite(now: Date): State {
  const state = customisedSite(now);
  for (const environment of [environments.production, environments.sandbox]) {
    const site = state.platform.sites.find((each) => each.environment === environment);
    const organization = state.dataverse.organizations.find((each) => each.environment === environment);
    if (!site || !organization) throw new Error('Contoso has a site here.');
    migrateSite(organization, site);
    if (environment === environments.production)
      addServerLogic(organization.tables, site.websiteRecordId, now);
  }
  return { ...state, scenario: 'enhanced-site' };
}

const logic = 'function get() {\n  return JSON.stringify({ open: 3 });\n}\n';

function addServerLogic(
  tables: State['dataverse']['organizations'][number]['tables'],
  site: string,
  now: Date,
): void {
  const [like] = tables['powerpagecomponents'] ?? [];
  const role = tables['powerpagecomponents']?.find(({ powerpagecomponenttype: type }) => type === 11);
  const daysAgo = (ago: number) => later(now, -ago * days).replace(/\.\d+/, '');
  const [id, file] = [guid(64_000), guid(64_001)];
  tables['powerpagecomponents']?.push({
    ...like,
    powerpagecomponentid: id,
    name: 'order-status',
    powerpagecomponenttype: 35,
    content: JSON.stringify({
      display_name: 'Order status',
      adx_serverlogic_adx_webrole: [role?.['powerpagecomponentid']],
    }),
    filecontent: file,
    filecontent_name: 'order-status.sl',
    _powerpagesiteid_value: site,
    createdon: daysAgo(30),
    modifiedon: daysAgo(29),
  });
  tables['fileattachments']?.push({
    fileattachmentid: file,
    filename: 'order-status.sl',
    mimetype: 'application/octet-stream',
    regardingfieldname: 'filecontent',
    body: Buffer.from(logic).toString('base64'),
  });
  tables['powerpagecomponent_powerpagecomponentset']?.push({
    powerpagecomponentidone: id,
    powerpagecomponentidtwo: role?.['powerpagecomponentid'],
  });
}
