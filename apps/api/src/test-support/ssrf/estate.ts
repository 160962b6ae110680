import type { Cloud } from '@portico/microsoft/cloud';
import { clouds } from '@portico/microsoft/clouds';
import { twinCloud } from '@portico/microsoft/twin-cloud';

export type Kind = 'dataverse' | 'finance' | 'gateway' | 'site';

/** A cloud with good addresses of a customer, and the allow-list as it should be: written by hand, read by nobody else. */
export interface Estate {
  readonly cloud: Cloud;
  /** Hosts as an address has them, with the cloud's port; the first one is the customer's own. */
  readonly goods: Readonly<Record<Exclude<Kind, 'gateway'>, readonly [string, ...string[]]>>;
  /** What an environment's record says of the island that its services run on. */
  readonly islands: readonly [string, ...string[]];
  /** The host of the dual-write gateway on the first island. */
  readonly gateway: string;
  /** What calls to hosts of one kind may be addressed to. */
  readonly zones: Readonly<Record<Kind, RegExp>>;
}

const label = '(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const zone = (...forms: readonly string[]) =>
  new RegExp(
    `^(?:${forms.map((form) => form.replaceAll('.', String.raw`\.`).replaceAll('@', label)).join('|')})$`,
  );
const port = 4100;

const estate = (
  cloud: Cloud,
  zones: Readonly<Record<Kind, RegExp>>,
  goods: { dataverse: string; finance: string; site: string; gateway: string },
): Estate => {
  const list = (words: string) => words.split(' ') as [string, ...string[]];
  return {
    cloud,
    zones,
    goods: { dataverse: list(goods.dataverse), finance: list(goods.finance), site: list(goods.site) },
    islands: ['weu-il107.gateway.prod.island', 'weu', 'eus-il101.gateway.gov.island'],
    gateway: goods.gateway.replace('@', 'weu-il107'),
  };
};

export const estates: readonly [Estate, ...Estate[]] = [
  estate(
    clouds.public,
    {
      dataverse: zone('@.crm.dynamics.com', '@.crm[0-9]+.dynamics.com', '@.api.crm[0-9]*.dynamics.com'),
      finance: zone(
        '@.operations.dynamics.com',
        '@.sandbox.operations.dynamics.com',
        '@.operations.@.dynamics.com',
        '@.sandbox.operations.@.dynamics.com',
        '@.axcloud.dynamics.com',
        '@.cloudax.dynamics.com',
      ),
      gateway: zone('projectmanagementservice.@.gateway.prod.island.powerapps.com'),
      site: zone('@.powerappsportals.com'),
    },
    {
      dataverse:
        'contoso.crm4.dynamics.com contoso.crm.dynamics.com org0cd4b2b9.crm11.dynamics.com contoso.api.crm4.dynamics.com 00000000-0000-0000-0000-000000000001.crm4.dynamics.com',
      finance:
        'contoso.operations.dynamics.com contoso-sit.sandbox.operations.dynamics.com contoso.operations.eu.dynamics.com contoso.sandbox.operations.uk.dynamics.com contosodev.axcloud.dynamics.com contosodev.cloudax.dynamics.com',
      site: 'contoso.powerappsportals.com contoso-orders.powerappsportals.com',
      gateway: 'projectmanagementservice.@.gateway.prod.island.powerapps.com',
    },
  ),
  estate(
    clouds.gcc,
    {
      dataverse: zone('@.crm9.dynamics.com', '@.api.crm9.dynamics.com'),
      finance: zone('@.operations.dynamics.us', '@.sandbox.operations.dynamics.us'),
      gateway: zone('projectmanagementservice.@.gateway.gov.island.powerapps.us'),
      site: zone('@.powerappsportals.us'),
    },
    {
      dataverse: 'contoso.crm9.dynamics.com contoso.api.crm9.dynamics.com',
      finance: 'contoso.operations.dynamics.us contoso.sandbox.operations.dynamics.us',
      site: 'contoso.powerappsportals.us',
      gateway: 'projectmanagementservice.@.gateway.gov.island.powerapps.us',
    },
  ),
  estate(
    clouds['gcc-high'],
    {
      dataverse: zone('@.crm.microsoftdynamics.us', '@.api.crm.microsoftdynamics.us'),
      finance: zone('@.operations.dynamics.us', '@.sandbox.operations.dynamics.us'),
      gateway: zone('projectmanagementservice.@.gateway.gov.island.powerapps.us'),
      site: zone('@.high.powerappsportals.us'),
    },
    {
      dataverse: 'contoso.crm.microsoftdynamics.us contoso.api.crm.microsoftdynamics.us',
      finance: 'contoso.operations.dynamics.us',
      site: 'contoso.high.powerappsportals.us',
      gateway: 'projectmanagementservice.@.gateway.gov.island.powerapps.us',
    },
  ),
  estate(
    clouds.dod,
    {
      dataverse: zone('@.crm.appsplatform.us', '@.api.crm.appsplatform.us'),
      finance: zone('@.operations.dynamics.us', '@.sandbox.operations.dynamics.us'),
      gateway: zone('projectmanagementservice.@.gateway.gov.island.appsplatform.us'),
      site: zone('@.appsplatform.us'),
    },
    {
      dataverse: 'contoso.crm.appsplatform.us contoso.api.crm.appsplatform.us',
      finance: 'contoso.operations.dynamics.us',
      site: 'contoso.appsplatform.us',
      gateway: 'projectmanagementservice.@.gateway.gov.island.appsplatform.us',
    },
  ),
  estate(
    clouds.china,
    {
      dataverse: zone('@.crm.dynamics.cn', '@.api.crm.dynamics.cn'),
      finance: zone('@.operations.dynamics.cn', '@.sandbox.operations.dynamics.cn'),
      gateway: zone('projectmanagementservice.@.gateway.prod.island.powerapps.cn'),
      site: zone('@.powerappsportals.cn'),
    },
    {
      dataverse: 'contoso.crm.dynamics.cn contoso.api.crm.dynamics.cn',
      finance: 'contoso.operations.dynamics.cn contoso.sandbox.operations.dynamics.cn',
      site: 'contoso.powerappsportals.cn',
      gateway: 'projectmanagementservice.@.gateway.prod.island.powerapps.cn',
    },
  ),
  estate(
    twinCloud(port, 60),
    {
      dataverse: zone(`@.crm4.twin.localhost:${port}`, `@.api.crm4.twin.localhost:${port}`),
      finance: zone(`@.operations.twin.localhost:${port}`),
      gateway: zone(`projectmanagementservice.@.gateway.twin.localhost:${port}`),
      site: zone(`@.portals.twin.localhost:${port}`),
    },
    {
      dataverse: `contoso.crm4.twin.localhost:${port} contoso.api.crm4.twin.localhost:${port}`,
      finance: `contoso.operations.twin.localhost:${port}`,
      site: `contoso.portals.twin.localhost:${port}`,
      gateway: `projectmanagementservice.@.gateway.twin.localhost:${port}`,
    },
  ),
];

/** The host of an address, with its port; what is no address has one that is on no list. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? `no address: ${address}`;

/** What a token must be for to go to a host, of those that calls may go to; undefined: no token belongs there. */
export function audienceAt({ cloud, zones }: Estate, host: string): string | undefined {
  const { bases, audiences } = cloud;
  if (host === hostOf(bases.bap)) return audiences.bap;
  if (host === hostOf(bases.powerPlatform)) return audiences.powerPlatform;
  if (zones.gateway.test(host)) return audiences.dualWrite;
  if (zones.dataverse.test(host) || zones.finance.test(host)) return `${cloud.scheme}//${host}`;
  return undefined;
}
