import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { Client } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import type { Cloud } from '@portico/microsoft/cloud';
import type { Service } from '@portico/microsoft/service';
import type { Environment } from '@portico/microsoft/services/bap';
import { dualWrite } from '@portico/microsoft/services/dual-write';
import type { ProblemRecord } from '@portico/plan/finding';
import { bindGateway } from './bind-gateway.ts';
import type { Gateway, GatewayAddress } from './gateway.ts';
import type { Targets } from './targets.ts';

interface Means {
  readonly connect: <T extends Table>(service: Service<T>, base: string) => Client<T>;
  /** The same, for a client that remembers no earlier answer. */
  readonly connectAnew: <T extends Table>(service: Service<T>, base: string) => Client<T>;
  readonly pause: (seconds: number) => Promise<void>;
  readonly address: () => Promise<GatewayAddress | undefined>;
  readonly financeHost: () => Promise<string>;
}

/** Entra's refusals that mean: not for an app like ours. Anything else is a problem of the moment. */
const never: ReadonlySet<ProblemCode> = new Set(['token-refused', 'product-absent', 'consent-missing']);

/**
 * The gateway's address as the environment's record has it: its host is put together from the island that the record
 * names (inferred from addresses in recorded answers). Undefined where it names none.
 */
export function gatewayOf(cloud: Cloud, { properties }: Environment): GatewayAddress | undefined {
  const island = /^([a-z0-9-]+)(?:\.[a-z0-9.-]+)?$/i.exec(properties.cluster?.uriSuffix ?? '')?.[1];
  const [pattern] = gatewaysOf(cloud);
  return island && pattern ? { address: pattern.replace('*', island), given: false } : undefined;
}

/** Where a cloud has its gateways: origins, `*` for one label of the host. */
export const gatewaysOf = ({ scheme, hosts, port }: Cloud): readonly string[] =>
  hosts.gateway.map((host) => `${scheme}//${host}${port && `:${port}`}`);

/** The dual-write gateway, when a token for it may lawfully be had: that is found out by asking. */
export async function findGateway(means: Means): Promise<Gateway | undefined> {
  const { connect, connectAnew, pause, financeHost } = means;
  const base = (await means.address())?.address;
  if (base === undefined) return undefined;
  const client = connect(dualWrite, base);
  const finance = (await financeHost()).replace(/:\d+$/, '');
  try {
    const [link] = await client.listLinkedEnvironments({ identifier: finance });
    return bindGateway({ client, link, pause, fresh: () => connectAnew(dualWrite, base) });
  } catch (error) {
    if (error instanceof Problem && never.has(error.code)) return undefined;
    throw error;
  }
}

/** What a wrong address has for an answer as well: nobody's, or somebody's who is no gateway. */
const astray: ReadonlySet<ProblemCode> = new Set([
  'upstream-unavailable',
  'upstream-refused',
  'upstream-shape',
]);

/** What was met in place of a gateway. Anything that a gateway alone would say is thrown on. */
export function noGateway(met: unknown): ProblemRecord {
  if (met instanceof Problem && astray.has(met.code)) return met.record;
  throw met;
}

/** Why there is no gateway to work with, as the code of a problem; undefined where there is one. */
export async function whyNoGateway({
  findGateway: find,
  gatewayAddress,
}: Pick<Targets, 'findGateway' | 'gatewayAddress'>): Promise<ProblemCode | undefined> {
  if (await find()) return undefined;
  return (await gatewayAddress()) ? 'token-refused' : 'gateway-unknown';
}
