import type { App, Directory, Tenant } from '../../world/directory.ts';
import { registrations } from '../../registrations.ts';
import { tenants } from './directory-ids.ts';
import { everybody } from './people.ts';
import { sku } from './skus.ts';
import { subscribed } from './subscribed.ts';

const graph = 'https://graph.microsoft.com';
/** Dataverse and finance and operations aren't listed: they exist where an environment of the tenant does. */
const powerPlatform = [
  'https://service.powerapps.com',
  'https://api.powerplatform.com',
  'https://IntegratorApp.com',
];
const consented = () => [registrations.browser, registrations.api];

/** The directory slice: Contoso, and the tenants around it that have something to teach. */
export function contosoDirectory(): Directory {
  const contoso: Tenant = {
    id: tenants.contoso,
    name: 'Contoso',
    domain: 'contoso.example',
    resources: [graph, ...powerPlatform],
    consented: consented(),
  };
  const fabrikam: Tenant = {
    id: tenants.fabrikam,
    name: 'Fabrikam',
    domain: 'fabrikam.example',
    resources: [graph, ...powerPlatform],
    consented: [],
  };
  const wingtip: Tenant = {
    id: tenants.wingtip,
    name: 'Wingtip',
    domain: 'wingtip.example',
    resources: [graph],
    consented: consented(),
  };
  const adatum: Tenant = { ...wingtip, id: tenants.adatum, name: 'Adatum', domain: 'adatum.example' };
  return {
    tenants: [contoso, fabrikam, wingtip, { ...adatum, resources: [graph], consented: consented() }],
    people: everybody(),
    apps: apps(),
    skus: {
      [contoso.id]: [
        subscribed(contoso, sku.supplyChain, { enabled: 25, consumed: 14 }),
        subscribed(contoso, sku.teamMembers, { enabled: 50, consumed: 31 }),
        subscribed(contoso, sku.authenticatedUsers, { enabled: 2 }),
        // Real tenants show ten thousand of these, and they give no production capacity.
        subscribed(contoso, sku.makersTrial, { enabled: 10_000, consumed: 1 }),
        subscribed(contoso, sku.databaseCapacity, { enabled: 10 }),
      ],
      [fabrikam.id]: [subscribed(fabrikam, sku.supplyChain, { enabled: 20, consumed: 2 })],
      [wingtip.id]: [],
      [adatum.id]: [],
    },
  };
}

const apps = (): App[] => {
  const redirects = ['http://localhost/redirect.html', 'http://localhost/'];
  return [
    { clientId: registrations.browser, kind: 'browser', name: 'Portico', redirects },
    {
      clientId: registrations.api,
      kind: 'api',
      name: 'Portico API',
      secret: registrations.apiSecret,
      redirects,
    },
  ];
};
