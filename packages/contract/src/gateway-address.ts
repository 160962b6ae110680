/**
 * The origin of a dual-write gateway, cut out of an address that was copied from a browser; undefined when that leads
 * anywhere else.
 * @param gateways a cloud's gateways, `*` for one label: `https://projectmanagementservice.*.gateway.….com`
 */
export function gatewayOrigin(gateways: readonly string[], given: string): string | undefined {
  const origin = /^[a-z]+:\/\/[a-z0-9.:-]+(?=$|[/?#])/i.exec(given.trim())?.[0].toLowerCase();
  return origin && gateways.some((gateway) => formOf(gateway).test(origin)) ? origin : undefined;
}

/** A label of a host, and no other alphabet's look-alike. */
const label = '(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const formOf = (gateway: string) =>
  new RegExp(`^${gateway.replaceAll('.', String.raw`\.`).replace('*', label)}$`);
