import { Problem } from '@portico/contract/problems';
import type { Client } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import type { Cloud } from '@portico/microsoft/cloud';
import type { Service } from '@portico/microsoft/service';
import type { Environment } from '@portico/microsoft/services/bap';
import { dualWrite } from '@portico/microsoft/services/dual-write';
import { bindGateway } from './bind-gateway.ts';
import type { Gateway } from './gateway.ts';

interface Means {
  readonly cloud: Cloud;
  readonly connect: <T extends Table>(service: Service<T>, base: string) => Client<T>;
  /** The same, for a client that remembers no earlier answer. */
  readonly connectAnew: <T extends Table>(service: Service<T>, base: string) => Client<T>;
  readonly pause: (seconds: number) => Promise<void>;
  readonly environment: () => Promise<Environment>;
  readonly financeHost: () => Promise<string>;
}

/** Entra's refusals that mean: not for an app like ours. Anything else is a problem of the moment. */
const never: ReadonlySet<string> = new Set(['token-refused', 'product-absent', 'consent-missing']);

/**
 * The dual-write gateway, when a token for it may lawfully be had: that is found out by asking. Its host is put
 * together from the island that the environment's record names (inferred from addresses in recorded answers).
 */
export async function findGateway(means: Means): Promise<Gateway | undefined> {
  const { cloud, connect, connectAnew, pause, environment, financeHost } = means;
  const { properties } = await environment();
  const island = /^([a-z0-9-]+)(?:\.[a-z0-9.-]+)?$/i.exec(properties.cluster?.uriSuffix ?? '')?.[1];
  const [pattern] = cloud.hosts.gateway;
  if (!island || !pattern) return undefined;
  const port = cloud.port ? `:${cloud.port}` : '';
  const base = `${cloud.scheme}//${pattern.replace('*', island)}${port}`;
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
