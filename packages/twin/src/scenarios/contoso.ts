import { assumed, type State } from '../world.ts';
import { contosoDirectory } from './contoso/directory.ts';
import { finance, tenants } from './contoso/ids.ts';
import { contosoOrganizations } from './contoso/organizations.ts';
import { contosoPlatform } from './contoso/platform.ts';

/** Contoso with everything bought, linked and allowed, and nothing set up. The other scenarios start from it. */
export const contoso = (): State => ({
  scenario: 'contoso-fresh',
  ids: 1000,
  switches: { ...assumed },
  directory: contosoDirectory(),
  platform: contosoPlatform(),
  dataverse: contosoOrganizations(),
  dualWrite: { links: [] },
  finance: {
    environments: [
      { id: finance.id, host: finance.host, tenant: tenants.contoso, companies: [], administrators: [] },
    ],
  },
  writes: [],
  faults: [],
});
