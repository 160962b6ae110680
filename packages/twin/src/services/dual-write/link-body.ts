import { addressOf } from '../../addresses.ts';
import { listedMaps, organizationOf } from '../../dual-write/find-link.ts';
import type { Link } from '../../world/dual-write.ts';
import type { World } from '../../world.ts';

/** A link as the list of environments has it. */
export const linkBody = (link: Link) => ({
  cid: link.id,
  cname: link.name,
  targetType: 'AX',
  displayName: link.financeHost,
  detail: { isSolutionAware: true },
  powerAppsEnvironment: link.environment,
});

/** Both environments with their schemas' keys, and the companies that the link covers. */
export function connectionSetBody(world: World, link: Link) {
  const organization = organizationOf(world, link);
  const domain = world.state.platform.environments.find(({ id }) => id === link.environment)?.domain;
  const environment = (targetType: 'AX' | 'CRM', name: string, directUrl: string) => ({
    name,
    connectionSetName: link.name,
    targetType,
    sharedEnums: [],
    schemas: targetType === 'AX' ? [] : schemas(link),
    connectionDisplayName: name,
    environmentDisplayName: name,
    powerAppsEnvironment: link.environment,
    directUrl,
    isDevInstance: false,
    needsIntegrationKey: targetType === 'CRM',
  });
  const mappings = link.companies.map(({ id, name }) => ({ left: { name: id, id }, right: { name, id } }));
  return {
    name: link.name,
    displayName: link.name,
    environments: {
      AX: environment('AX', `${link.name}-ax`, `http://${link.financeHost}:${world.port}`),
      CRM: environment('CRM', datasetOf(link), addressOf(world, `${domain}.crm4`)),
    },
    targetTypeList: ['AX', 'CRM'],
    dataPartitionMappings: [],
    tenant: link.tenant,
    forDualWrite: true,
    dualWriteDetail: {
      isTrialEnvironment: false,
      legalEntityMappings: { leftEnvironment: 'AX', rightEnvironment: 'CRM', mappings },
      conflictResolution: { option: '1', master: 'CRM' },
      alertSettings: [],
      isOnFirstPartyAuth: true,
      isSolutionAware: true,
    },
    id: link.id,
    owner: link.owner,
    createdDateTime: '2025-03-03T10:00:00Z',
    tags: organization ? [organization.id] : [],
  };
}

/** The name of the Dataverse side, under which integration keys are set. */
export const datasetOf = (link: Link): string => `${link.name}-crm`;

const schemas = (link: Link) =>
  listedMaps(link).map(({ dataverse, keys }) => ({
    name: dataverse.name,
    displayName: dataverse.name,
    keys: [{ name: 'userKeys', displayName: 'userKeys', fields: [...keys], isIntegrationKey: true }],
  }));
