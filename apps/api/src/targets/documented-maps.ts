import { documentedOrder } from './documented-needs.ts';
import type { GatewayMap } from './gateway.ts';
import { titleOf } from './known-map.ts';
import type { KnownOrder } from './map-order.ts';
import { recordedMaps } from './recorded-maps.ts';
import { chosenOf, resolveMaps } from './resolve-maps.ts';
import type { Targets } from './targets.ts';

/** Where the gateway can't be asked: the maps that Dataverse has saved, in the order that the documentation gives. */
export async function documentedMaps(
  rows: Targets['rows'],
  choices: Readonly<Record<string, string>>,
): Promise<KnownOrder & { readonly maps: readonly GatewayMap[] }> {
  const maps = await recordedMaps(rows);
  const wanted = chosenOf(resolveMaps(maps, choices)).map(({ id }) => id);
  const { ids, circles } = documentedOrder(maps, wanted);
  const nameOf = (id: string) => maps.filter((map) => map.id === id).map(titleOf)[0] ?? id;
  return {
    order: ids.map((id) => ({ id, name: nameOf(id), wanted: wanted.includes(id) })),
    circles,
    maps,
  };
}
