import type { OrderedMap } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Gateway, GatewayMap } from './gateway.ts';
import { inWaves } from './in-waves.ts';
import { titleOf } from './known-map.ts';
import { orderMaps } from './order-maps.ts';
import { chosenOf, resolveMaps } from './resolve-maps.ts';

export interface KnownOrder {
  readonly order: readonly OrderedMap[];
  /** Ids of maps that need each other: some of their rows arrive in a second pass. */
  readonly circles: readonly (readonly string[])[];
}

type Choices = Readonly<Record<string, string>>;

/** The five maps, what runs beside them and all they need, each after what it needs, as the gateway says. */
export async function mapOrder(gateway: Gateway, choices: Choices): Promise<KnownOrder> {
  const { wanted, sequence, describe } = await needsOf(gateway, choices);
  const { ids, circles } = await askNeeds(wanted, sequence);
  return { order: ids.map(describe), circles };
}

/** The same maps, asked for with fewer calls: each of the five is after what it needs, of the rest nothing is said. */
export async function neededMaps(gateway: Gateway, choices: Choices): Promise<readonly OrderedMap[]> {
  const { wanted, sequence, describe } = await needsOf(gateway, choices);
  const sequences = await Promise.all(wanted.map(sequence));
  return [...new Set(sequences.flat())].map(describe);
}

/** What doesn't run yet, in the same order. */
export const notRunning = (
  order: readonly OrderedMap[],
  maps: readonly Pick<GatewayMap, 'id' | 'state'>[],
): readonly OrderedMap[] => order.filter(({ id }) => maps.find((map) => map.id === id)?.state !== 'running');

/** What is still to be copied, in the same order: what is paused goes on where it was. */
export const toCopy = (
  order: readonly OrderedMap[],
  maps: readonly Pick<GatewayMap, 'id' | 'state'>[],
): readonly OrderedMap[] =>
  order.filter(
    ({ id }) => !/^(running|paused|resuming)$/.test(maps.find((map) => map.id === id)?.state ?? ''),
  );

async function needsOf(gateway: Gateway, choices: Choices) {
  const maps = await gateway.listMaps();
  const plan = resolveMaps(maps, choices);
  const { maps: five, beside, apart } = plan;
  if (five.some(({ chosen }) => !chosen))
    throw new Problem('answers-missing', { detail: 'a map is not resolved' });
  const copied = beside.find(({ wanted }) => wanted === 'feature-states')?.chosen?.id;
  const wanted = chosenOf(plan).map(({ id }) => id);
  // The gateway suggests maps that must not run beside the wanted ones as well (party-gab).
  const away = new Set(apart.map(({ id }) => id));
  return {
    wanted,
    sequence: async (id: string) => (await gateway.prerequisites(id)).filter((need) => !away.has(need)),
    describe: (id: string): OrderedMap => {
      const map = maps.find((each) => each.id === id);
      return {
        id,
        name: map ? titleOf(map) : id,
        wanted: wanted.includes(id),
        ...(id === copied ? { alwaysCopied: true } : {}),
      };
    },
  };
}

/**
 * Asks for each map's own sequence, and for those of all that they name: a sequence holds what its last map needs, and
 * only all of them together tell which maps need each other.
 */
export async function askNeeds(
  wanted: readonly string[],
  sequence: (id: string) => Promise<readonly string[]>,
) {
  const needs = new Map<string, readonly string[]>();
  let open = [...new Set(wanted)];
  while (open.length > 0) {
    const found = await inWaves(open, sequence);
    for (const [index, id] of open.entries())
      needs.set(
        id,
        (found[index] ?? []).filter((need) => need !== id),
      );
    open = [...new Set(found.flat())].filter((id) => !needs.has(id));
  }
  return orderMaps(needs);
}
