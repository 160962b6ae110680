import { bap } from '@portico/microsoft/services/bap';
import { dataverse } from '@portico/microsoft/services/dataverse';
import type { Stage } from './contract.ts';

/** Bases that only the environment knows: its organization, and the finance and operations beside it. */
export async function addressesOf(stage: Stage) {
  const environment = await stage.connect(bap).getEnvironment({ environment: stage.environment });
  const organization = environment?.properties.linkedEnvironmentMetadata?.instanceUrl ?? '';
  const linked = await stage.connect(dataverse, organization).findFinanceOperations({});
  const island = /^[a-z0-9-]+/i.exec(environment?.properties.cluster?.uriSuffix ?? '')?.[0] ?? '';
  const { scheme, port, hosts } = stage.cloud;
  const gateway = hosts.gateway[0]?.replace('*', island) ?? '';
  return {
    organization,
    finance: linked?.Url ?? '',
    gateway: `${scheme}//${gateway}${port && `:${port}`}`,
    organizationId: environment?.properties.linkedEnvironmentMetadata?.resourceId,
  };
}
