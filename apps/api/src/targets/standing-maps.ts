import type { Gateway, GatewayMap } from './gateway.ts';
import { inWaves } from './in-waves.ts';
import { isActive, titleOf } from './known-map.ts';
import { orderMaps } from './order-maps.ts';
import { chosenOf, resolveMaps } from './resolve-maps.ts';

/** A map that carries rows, or will again by itself. */
export interface StandingMap {
  readonly id: string;
  /** As Microsoft's page shows it. */
  readonly name: string;
  readonly state: GatewayMap['state'];
  /** One of the five or of what runs beside them; the others only refer to their rows. */
  readonly wanted: boolean;
}

export const isPaused = ({ state }: Pick<StandingMap, 'state'>): boolean => state === 'paused';

/**
 * The five and what runs beside them, and every other map whose rows refer to theirs, so far as they carry rows: each
 * before what it needs. That is the order in which they may stop; the other way round they may go on.
 */
export async function standingMaps(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly StandingMap[]> {
  const active = (await gateway.listMaps()).filter(isActive);
  const plan = chosenOf(resolveMaps(active, choices)).map(({ id }) => id);
  const sequences = await inWaves(active, async ({ id }) => [id, await gateway.prerequisites(id)] as const);
  const concerned = sequences.filter(([id, needs]) => [id, ...needs].some((each) => plan.includes(each)));
  const ids = concerned.map(([id]) => id);
  const needs = new Map(
    concerned.map(([id, all]) => [id, all.filter((need) => need !== id && ids.includes(need))]),
  );
  return orderMaps(needs)
    .ids.toReversed()
    .flatMap((id) => active.filter((map) => map.id === id))
    .map((map) => ({ id: map.id, name: titleOf(map), state: map.state, wanted: plan.includes(map.id) }));
}

/** Those of them that are paused, each after what it needs. Costs one call where none is. */
export async function pausedMaps(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly StandingMap[]> {
  if (!(await gateway.listMaps()).some(isPaused)) return [];
  return (await standingMaps(gateway, choices)).filter(isPaused).toReversed();
}
