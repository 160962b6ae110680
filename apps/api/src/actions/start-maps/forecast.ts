import type { OrderedMap } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { GatewayMap } from '../../targets/gateway.ts';
import { toCopy } from '../../targets/map-order.ts';
import { type Expected, expectedSync } from '../../targets/sync-forecast.ts';
import type { Targets } from '../../targets/targets.ts';
import { decided } from './decided.ts';

/**
 * What the copying asks for, by the rows that are there now: of the maps that are to be copied, by their ids. Nobody
 * is held up by what can't be counted.
 */
export async function forecastOf(
  targets: Targets,
  order: readonly OrderedMap[],
  maps: readonly GatewayMap[],
): Promise<Readonly<Record<string, Expected>>> {
  if (!decided(targets).initialSync) return {};
  const copied = toCopy(order, maps);
  try {
    return await expectedSync(targets, copied, maps);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Object.fromEntries(copied.map(({ id }) => [id, { companies: 0, work: 0 }]));
  }
}
