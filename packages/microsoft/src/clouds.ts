import type { Cloud } from './cloud.ts';

/*
 * Sources, where nothing else is said: microsoft/terraform-provider-power-platform, internal/constants/constants.go
 * (authority, BAP, its audience, Power Platform API); MicrosoftDocs/power-platform and powerapps-docs, list of
 * regions (Dataverse hosts); microsoft/power-platform-skills, validation-helpers (site domain, maker studio).
 */
const https = { scheme: 'https:', port: '', pace: 1 } as const;

const publicCloud: Cloud = {
  ...https,
  id: 'public',
  name: 'Public cloud',
  authority: 'https://login.microsoftonline.com',
  bases: {
    bap: 'https://api.bap.microsoft.com',
    powerPlatform: 'https://api.powerplatform.com',
    graph: 'https://graph.microsoft.com',
  },
  audiences: {
    // Not its host: https://api.bap.microsoft.com can fail with AADSTS500011, though Microsoft's VS Code
    // extension uses it. Terraform and the Microsoft 365 CLI use this one.
    bap: 'https://service.powerapps.com',
    powerPlatform: 'https://api.powerplatform.com',
    graph: 'https://graph.microsoft.com',
    // Observed in Microsoft's own dual-write tool; published nowhere.
    dualWrite: 'https://IntegratorApp.com',
  },
  hosts: {
    dataverse: ['*.crm#.dynamics.com', '*.api.crm#.dynamics.com'],
    financeOperations: [
      '*.operations.dynamics.com',
      '*.operations.*.dynamics.com',
      '*.sandbox.operations.dynamics.com',
      '*.sandbox.operations.*.dynamics.com',
      // Cloud-hosted development boxes of Lifecycle Services (d365bap.tools, Get-BapEnvironment).
      '*.axcloud.dynamics.com',
      '*.cloudax.dynamics.com',
    ],
    // The label is a region with or without an island: `weu-il107`, `weu`.
    gateway: ['projectmanagementservice.*.gateway.prod.island.powerapps.com'],
    bap: ['*.api.bap.microsoft.com'],
    powerPlatform: ['*.*.environment.api.powerplatform.com', '*.*.tenant.api.powerplatform.com'],
  },
  siteDomain: 'powerappsportals.com',
  pages: {
    powerPages: 'https://make.powerpages.microsoft.com',
    adminCentre: 'https://admin.powerplatform.microsoft.com',
    dataIntegrator: 'https://dataintegrator.trafficmanager.net',
    entra: 'https://entra.microsoft.com',
    microsoft365: 'https://admin.microsoft.com',
    lifecycleServices: 'https://lcs.dynamics.com',
  },
};

const gcc: Cloud = {
  ...https,
  id: 'gcc',
  name: 'US Government (GCC)',
  // Terraform; one community tool says login.microsoftonline.us, which is GCC High's.
  authority: 'https://login.microsoftonline.com',
  bases: {
    bap: 'https://gov.api.bap.microsoft.us',
    powerPlatform: 'https://api.gov.powerplatform.microsoft.us',
    graph: 'https://graph.microsoft.com',
  },
  audiences: {
    bap: 'https://service.powerapps.us',
    powerPlatform: 'https://api.gov.powerplatform.microsoft.us',
    graph: 'https://graph.microsoft.com',
    // Inferred: no tool for dual-write in a government cloud was ever published.
    dualWrite: 'https://IntegratorApp.com',
  },
  hosts: {
    dataverse: ['*.crm9.dynamics.com', '*.api.crm9.dynamics.com'],
    // Inferred from community tools; Microsoft publishes no list.
    financeOperations: ['*.operations.dynamics.us', '*.sandbox.operations.dynamics.us'],
    // The suffix is documented (Power Automate, addresses to allow); the first label is inferred.
    gateway: ['projectmanagementservice.*.gateway.gov.island.powerapps.us'],
    bap: ['*.gov.api.bap.microsoft.us'],
    powerPlatform: [
      '*.*.environment.api.gov.powerplatform.microsoft.us',
      '*.*.tenant.api.gov.powerplatform.microsoft.us',
    ],
  },
  siteDomain: 'powerappsportals.us',
  pages: {
    powerPages: 'https://make.gov.powerpages.microsoft.us',
    adminCentre: 'https://gcc.admin.powerplatform.microsoft.us',
    dataIntegrator: 'https://dataintegrator.trafficmanager.net',
    // A tenant of GCC lives in the public directory.
    entra: 'https://entra.microsoft.com',
    microsoft365: 'https://admin.microsoft.com',
  },
};

const gccHigh: Cloud = {
  ...gcc,
  id: 'gcc-high',
  name: 'US Government (GCC High)',
  authority: 'https://login.microsoftonline.us',
  bases: {
    bap: 'https://high.api.bap.microsoft.us',
    // Microsoft's VS Code extension and its skills; Terraform's constant says api.appsplatform.us, which is
    // DoD's and contradicts the comment beside it.
    powerPlatform: 'https://api.high.powerplatform.microsoft.us',
    graph: 'https://graph.microsoft.us',
  },
  audiences: {
    ...gcc.audiences,
    // Terraform; community tools say high.service.powerapps.us. Unresolved.
    bap: 'https://high.service.apps.appsplatform.us',
    powerPlatform: 'https://api.high.powerplatform.microsoft.us',
    graph: 'https://graph.microsoft.us',
  },
  hosts: {
    ...gcc.hosts,
    dataverse: ['*.crm.microsoftdynamics.us', '*.api.crm.microsoftdynamics.us'],
    bap: ['*.high.api.bap.microsoft.us'],
    powerPlatform: [
      '*.*.environment.api.high.powerplatform.microsoft.us',
      '*.*.tenant.api.high.powerplatform.microsoft.us',
    ],
  },
  siteDomain: 'high.powerappsportals.us',
  pages: {
    dataIntegrator: gcc.pages.dataIntegrator,
    entra: 'https://entra.microsoft.us',
    powerPages: 'https://make.high.powerpages.microsoft.us',
    adminCentre: 'https://high.admin.powerplatform.microsoft.us',
  },
};

const dod: Cloud = {
  ...gccHigh,
  id: 'dod',
  name: 'US Government (DoD)',
  bases: {
    bap: 'https://api.bap.appsplatform.us',
    powerPlatform: 'https://api.appsplatform.us',
    graph: 'https://dod-graph.microsoft.us',
  },
  audiences: {
    ...gccHigh.audiences,
    bap: 'https://service.apps.appsplatform.us',
    powerPlatform: 'https://api.appsplatform.us',
    graph: 'https://dod-graph.microsoft.us',
  },
  hosts: {
    ...gccHigh.hosts,
    dataverse: ['*.crm.appsplatform.us', '*.api.crm.appsplatform.us'],
    gateway: ['projectmanagementservice.*.gateway.gov.island.appsplatform.us'],
    bap: ['*.api.bap.appsplatform.us'],
    powerPlatform: ['*.*.environment.api.appsplatform.us', '*.*.tenant.api.appsplatform.us'],
  },
  siteDomain: 'appsplatform.us',
  pages: {
    ...gccHigh.pages,
    powerPages: 'https://make.powerpages.microsoft.appsplatform.us',
    adminCentre: 'https://admin.appsplatform.us',
  },
};

const china: Cloud = {
  ...https,
  id: 'china',
  name: 'China (operated by 21Vianet)',
  authority: 'https://login.chinacloudapi.cn',
  bases: {
    bap: 'https://api.bap.partner.microsoftonline.cn',
    powerPlatform: 'https://api.powerplatform.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
  audiences: {
    bap: 'https://service.powerapps.cn',
    powerPlatform: 'https://api.powerplatform.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    dualWrite: 'https://IntegratorApp.com', // Inferred, as for GCC.
  },
  hosts: {
    dataverse: ['*.crm.dynamics.cn', '*.api.crm.dynamics.cn'],
    // Observed in certificates and customers' pages.
    financeOperations: ['*.operations.dynamics.cn', '*.sandbox.operations.dynamics.cn'],
    // Inferred from the public cloud's.
    gateway: ['projectmanagementservice.*.gateway.prod.island.powerapps.cn'],
    bap: ['*.api.bap.partner.microsoftonline.cn'],
    powerPlatform: [
      '*.*.environment.api.powerplatform.partner.microsoftonline.cn',
      '*.*.tenant.api.powerplatform.partner.microsoftonline.cn',
    ],
  },
  siteDomain: 'powerappsportals.cn',
  pages: {
    powerPages: 'https://make.powerpages.microsoft.cn',
    // Inferred from the address of its API, api.ppac.partner.microsoftonline.cn.
    adminCentre: 'https://ppac.partner.microsoftonline.cn',
    dataIntegrator: 'https://dataintegrator.trafficmanager.net',
  },
};

/** Microsoft's clouds, by the id that the settings name. */
export const clouds = { public: publicCloud, gcc, 'gcc-high': gccHigh, dod, china } satisfies Record<
  Exclude<Cloud['id'], 'twin'>,
  Cloud
>;
