import { addressOf } from '../../addresses.ts';
import { lifeOf } from '../../platform/site-life.ts';
import type { Environment, Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** A site as recorded, key by key. */
export function websiteBody(world: World, environment: Environment, site: Site) {
  const life = lifeOf(world, site, environment);
  const { templateName } = world.state.switches;
  return {
    '@odata.metadata': `${addressOf(world, 'api')}/powerpages/environments/${environment.id}/websites/$metadata#Websites`,
    id: site.id,
    name: site.name,
    // Without a zone, as recorded; it is UTC.
    createdOn: site.createdAt.slice(0, 19),
    templateName: templateName === 'echoed' ? site.template : templateName,
    websiteUrl: addressOf(world, `${site.subdomain}.portals`),
    tenantId: environment.tenant,
    dataverseInstanceUrl: `${addressOf(world, `${environment.domain}.crm4`)}/`,
    environmentName: environment.name,
    environmentId: environment.id,
    dataverseOrganizationId: environment.organization ?? '',
    selectedBaseLanguage: site.language,
    customHostNames: site.hostNames ?? [],
    websiteRecordId: site.websiteRecordId,
    subdomain: site.subdomain,
    packageInstallStatus: site.packageState ?? life.packageStatus,
    type: site.type,
    // Null on production sites is assumed: only trials were recorded.
    trialExpiringInDays: life.trialDays,
    suspendedWebsiteDeletingInDays: life.deletingInDays,
    packageVersion: '9.6.9.39',
    isEarlyUpgradeEnabled: false,
    isCustomErrorEnabled: true,
    applicationUserAadAppId: site.application,
    ownerId: site.owner,
    status: life.status,
    siteVisibility: site.visibility,
    // The Dynamics 365 templates stay on the standard model (admin/enhanced-data-model).
    dataModel: site.dataModel ?? (site.template === 'CustomerPortal' ? 'Standard' : 'Enhanced'),
  };
}
