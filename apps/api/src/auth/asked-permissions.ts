import type { Cloud } from '@portico/microsoft/cloud';
import { hostMatches } from '@portico/microsoft/hosts';

/** A Microsoft product as people know it, and what the API's registration asks for there. */
export interface AskedPermissions {
  readonly service: string;
  readonly scopes: string;
}

const powerPlatform = [
  'PowerPages.Websites.Read',
  'PowerPages.Websites.Write',
  'AppManagement.ApplicationPackages.Read',
  'Licensing.Allocations.Read',
  'Licensing.BillingPolicies.Read',
];

/** By the resource that a token is for; docs/running.md tells the same to whoever makes the registration. */
export function askedPermissions(
  { audiences, hosts }: Pick<Cloud, 'audiences' | 'hosts'>,
  audience: string,
): AskedPermissions {
  switch (audience) {
    case audiences.graph:
      return {
        service: 'Microsoft Graph',
        scopes: 'User.Read, LicenseAssignment.Read.All, RoleManagement.Read.Directory',
      };
    case audiences.bap:
      return { service: 'PowerApps Service', scopes: 'User' };
    case audiences.powerPlatform:
      return { service: 'Power Platform API', scopes: powerPlatform.join(', ') };
    default:
      // All others are addresses of one environment.
      return hosts.financeOperations.some((pattern) =>
        hostMatches(pattern, URL.parse(audience)?.hostname ?? ''),
      )
        ? { service: 'Dynamics ERP', scopes: 'AX.FullAccess, Odata.FullAccess, CustomService.FullAccess' }
        : { service: 'Dataverse', scopes: 'user_impersonation' };
  }
}
