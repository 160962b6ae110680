import type { Cloud } from './cloud.ts';

/**
 * The imitation of the Microsoft cloud on loopback, as one more cloud. Tokens there are for the same audiences
 * as in the public cloud, so that what asks for them has nothing to know.
 * @param pace twin seconds per second; every planned wait is divided by it.
 */
export function twinCloud(port: number, pace: number): Cloud {
  const at = (labels: string) => `http://${labels}.twin.localhost:${port}`;
  return {
    id: 'twin',
    name: 'Rehearsal',
    scheme: 'http:',
    port: String(port),
    // Plain localhost: browsers allow crypto and MSAL allows http there, and nowhere below it.
    authority: `http://localhost:${port}`,
    bases: { bap: at('bap'), powerPlatform: at('api'), graph: at('graph') },
    audiences: {
      bap: 'https://service.powerapps.com',
      powerPlatform: 'https://api.powerplatform.com',
      graph: 'https://graph.microsoft.com',
      dualWrite: 'https://IntegratorApp.com',
    },
    hosts: {
      dataverse: ['*.crm4.twin.localhost', '*.api.crm4.twin.localhost'],
      financeOperations: ['*.operations.twin.localhost'],
      gateway: ['projectmanagementservice.*.gateway.twin.localhost'],
      bap: ['*.bap.twin.localhost'],
      powerPlatform: ['*.*.environment.api.twin.localhost', '*.*.tenant.api.twin.localhost'],
    },
    siteDomain: `portals.twin.localhost:${port}`,
    pages: { powerPages: at('make'), adminCentre: at('admin'), dataIntegrator: at('integrator') },
    pace,
  };
}
