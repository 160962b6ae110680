import type { Dataverse, Organization } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';
import { environments, finance, organizations, tenants } from './ids.ts';
import { packagesOf } from './packages.ts';

/** Stands in for the Dataverse slice until that is written: organizations with their solutions only. */
export function contosoOrganizations(): Dataverse {
  return {
    organizations: [
      {
        ...organization('production', 50, true),
        finance: { id: finance.id, url: `http://${finance.host}`, tenant: tenants.contoso },
      },
      organization('sandbox', 70, false),
      organization('default', 90, false),
    ],
  };
}

function organization(name: keyof typeof organizations, firstId: number, dualWrite: boolean): Organization {
  const installed = packagesOf(firstId, dualWrite).filter(({ state }) => state === 'Installed');
  const solutions = installed.flatMap((found) => Object.entries(found.solutions));
  return {
    id: organizations[name],
    environment: environments[name],
    tenant: tenants.contoso,
    rootBusinessUnit: guid(firstId + 1000),
    languages: [1033, 1031],
    version: 1000,
    tables: {
      solutions: solutions.map(([uniquename, version], index) => ({
        solutionid: guid(firstId * 100 + index),
        uniquename,
        friendlyname: uniquename,
        version,
        ismanaged: true,
        isvisible: true,
        installedon: '2025-03-03T10:00:00Z',
        versionnumber: 900 + index,
      })),
    },
  };
}
