import type { Environment, Platform } from '../../world/platform.ts';
import { guid } from '../../world.ts';
import { domains, environments, finance, organizations, people, tenants } from './ids.ts';
import { packagesOf } from './packages.ts';

/** The Power Platform slice: four environments of which one is the right one, packages, capacity, settings. */
export function contosoPlatform(): Platform {
  return {
    environments: contosoEnvironments(),
    sites: [],
    operations: [],
    lifecycle: [
      {
        id: guid(40),
        environment: environments.production,
        kind: 'Create',
        startedAt: '2025-03-03T09:00:00.000Z',
        endsAt: '2025-03-03T09:04:00.000Z',
        person: people.mona,
      },
    ],
    takenSubdomains: ['contoso', 'fabrikam', 'customerportal', 'orders'],
    settings: {
      [tenants.contoso]: { disablePortalsCreationByNonAdminUsers: false },
      [tenants.fabrikam]: { disablePortalsCreationByNonAdminUsers: false },
    },
    packages: {
      [environments.production]: packagesOf(50, true),
      [environments.sandbox]: packagesOf(70, false),
      [environments.default]: packagesOf(90, false),
    },
    capacity: {
      [tenants.contoso]: [{ type: 'PowerPagesAuthenticated', purchased: 200, allocated: 100, consumed: 0 }],
    },
    allocations: { [environments.production]: [{ type: 'PowerPagesAuthenticated', allocated: 100 }] },
    billing: {},
    storage: {
      [tenants.contoso]: [
        { type: 'Database', total: 20_480, used: 3151 },
        { type: 'File', total: 40_960, used: 1452 },
        { type: 'Log', total: 4096, used: 0 },
      ],
    },
  };
}

const europe = { location: 'europe', region: 'westeurope', runtime: 'Enabled', language: 1033 } as const;

function contosoEnvironments(): Environment[] {
  const tenant = tenants.contoso;
  return [
    {
      ...europe,
      id: environments.production,
      tenant,
      name: 'Contoso Production',
      sku: 'Production',
      createdAt: '2025-03-03T09:00:00.605Z',
      organization: organizations.production,
      domain: domains.production,
      // Linked through Lifecycle Services; the address is what Dataverse says too.
      finance: { type: 'Linked', id: finance.id, url: `http://${finance.host}` },
    },
    {
      ...europe,
      id: environments.sandbox,
      tenant,
      name: 'Contoso Sandbox',
      sku: 'Sandbox',
      createdAt: '2025-04-11T13:30:00.120Z',
      organization: organizations.sandbox,
      domain: domains.sandbox,
    },
    {
      ...europe,
      id: environments.developer,
      tenant,
      name: 'Alex Lund’s Environment',
      sku: 'Developer',
      createdAt: '2026-01-20T08:02:36.179Z',
    },
    {
      ...europe,
      id: environments.default,
      tenant,
      name: 'Contoso (default)',
      sku: 'Default',
      createdAt: '2024-11-05T07:00:00.000Z',
      organization: organizations.default,
      domain: domains.default,
    },
  ];
}
