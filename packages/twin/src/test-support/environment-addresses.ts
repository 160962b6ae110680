import { addressOf } from '../addresses.ts';
import { islands } from '../dual-write/islands.ts';
import { domains, finance } from '../scenarios/contoso/ids.ts';
import type { Twin } from '../twin.ts';

/** Bases of the services whose address is an environment's. */
export const organizationOf = ({ world }: Twin, name: keyof typeof domains = 'production'): string =>
  addressOf(world, `${domains[name]}.crm4`);

export const financeOf = ({ port }: Twin): string => `http://${finance.host}:${port}`;

export const gatewayOf = ({ world }: Twin, island: string = islands.right): string =>
  addressOf(world, `projectmanagementservice.${island}.gateway`);
