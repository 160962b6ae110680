import type { OrderedMap } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import { explain } from '../../dual-write/playbook/explain.ts';
import { whyNoGateway } from '../../targets/find-gateway.ts';
import type { Gateway, GatewayMap, MapRequest } from '../../targets/gateway.ts';
import type { Targets } from '../../targets/targets.ts';

/** The automatic way of all that is done with maps. */
export const throughGateway = {
  lacks: whyNoGateway,
  undocumented: true,
} as const;

export async function lawful(targets: Targets): Promise<Gateway> {
  const gateway = await targets.findGateway();
  if (!gateway) throw new Problem('token-refused');
  return gateway;
}

/**
 * Refused because somebody was quicker: the same stands there, though the map's state doesn't show it yet, or they have
 * started what we were about to prepare.
 */
export async function lookAgain(
  gateway: Gateway,
  id: string,
  asked: MapRequest['does'],
  refused: unknown,
): Promise<never> {
  if (!(refused instanceof Problem) || refused.code !== 'upstream-refused') throw refused;
  const { newest, pid } = await find(gateway, id);
  const quicker = asked === 'initialise' && pid;
  if (!quicker && (newest?.does !== asked || newest.failed)) throw refused;
  throw new Problem('upstream-unavailable', { detail: `map ${id} is about to ${asked}`, cause: refused });
}

export const isUnderWay = ({ state }: GatewayMap) => /^(running|initial-sync|resuming)$/.test(state);

export async function find(gateway: Gateway, id: string): Promise<GatewayMap> {
  return findIn(await gateway.listMaps(), id);
}

/** In the order of their ids, all from one list. */
export async function findAll(gateway: Gateway, ids: readonly string[]): Promise<readonly GatewayMap[]> {
  const maps = await gateway.listMaps();
  return ids.map((id) => findIn(maps, id));
}

function findIn(maps: readonly GatewayMap[], id: string): GatewayMap {
  const map = maps.find((each) => each.id === id);
  // An empty list happens for a moment; the operation looks again.
  if (!map) throw new Problem('upstream-unavailable', { detail: `map ${id} is not in the list` });
  return map;
}

/** Our request, when it has failed and the map doesn't work all the same. */
export const refusalOf = (map: GatewayMap, request: string | null): MapRequest | undefined =>
  isUnderWay(map) ? undefined : map.requests.find(({ id, failed }) => id === request && failed);

/** What a map was refused, with the cause where it is known. */
export function problemOf(
  { id, message, request }: { readonly id: string; readonly message: string; readonly request: string },
  group: readonly Pick<OrderedMap, 'id' | 'name'>[],
): Problem {
  const known = explain(message)?.cause;
  const name = group.find((map) => map.id === id)?.name ?? id;
  return new Problem('action-failed', {
    // The id of the sentence that says why, and what it names.
    values: { ...known?.values, map: name, ...(known ? { cause: known.id } : {}) },
    upstream: { status: 200, message, correlation: request },
  });
}
