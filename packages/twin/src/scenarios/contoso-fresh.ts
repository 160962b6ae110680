import { assumed, guid, type State } from '../world.ts';
import { contosoDirectory } from './contoso/directory.ts';

/** All licences, linked, nothing set up yet: where most rehearsals begin. */
export function contosoFresh(): State {
  const [tenant, environment, organization, finance] = [guid(1), guid(2), guid(3), guid(4)];
  return {
    scenario: 'contoso-fresh',
    ids: 1000,
    switches: { ...assumed },
    directory: contosoDirectory(),
    platform: {
      environments: [
        {
          id: environment,
          tenant,
          name: 'Contoso Production',
          sku: 'Production',
          location: 'europe',
          region: 'westeurope',
          runtime: 'Enabled',
          organization,
          domain: 'contoso',
          language: 1033,
        },
      ],
      sites: [],
      operations: [],
      settings: { [tenant]: { disablePortalsCreationByNonAdminUsers: false } },
      packages: {},
      capacity: {},
      allocations: {},
      billing: {},
    },
    dataverse: { organizations: [] },
    dualWrite: { links: [] },
    finance: {
      environments: [
        { id: finance, host: 'contoso.operations.twin.localhost', tenant, companies: [], administrators: [] },
      ],
    },
    writes: [],
    faults: [],
  };
}
