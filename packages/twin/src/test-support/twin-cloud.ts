import type { Cloud } from '@portico/microsoft/cloud';

/** The twin as a cloud, for tests of the twin itself. */
export const twinCloud = (port: number): Cloud => ({
  id: 'twin',
  name: 'Rehearsal',
  scheme: 'http:',
  port: String(port),
  authority: `http://localhost:${port}`,
  bases: {
    bap: `http://bap.twin.localhost:${port}`,
    powerPlatform: `http://powerplatform.twin.localhost:${port}`,
    graph: `http://graph.twin.localhost:${port}`,
  },
  audiences: {
    bap: 'https://service.powerapps.com',
    powerPlatform: 'https://api.powerplatform.com',
    graph: 'https://graph.microsoft.com',
    dualWrite: 'https://IntegratorApp.com',
  },
  hosts: {
    dataverse: ['*.crm#.twin.localhost', '*.api.crm#.twin.localhost'],
    financeOperations: ['*.operations.twin.localhost'],
    gateway: [],
    bap: ['*.bap.twin.localhost'],
  },
  siteDomain: 'portals.twin.localhost',
  pages: { powerPages: '', adminCentre: '', dataIntegrator: '' },
  pace: 60,
});
