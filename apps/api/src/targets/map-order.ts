import type { OrderedMap } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Gateway } from './gateway.ts';
import { resolveMaps } from './resolve-maps.ts';

/** The five maps and all they need, each after what it needs, as the gateway says. */
export async function mapOrder(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly OrderedMap[]> {
  const maps = await gateway.listMaps();
  const wanted = resolveMaps(maps, choices).map(({ chosen }) => chosen?.id);
  if (wanted.includes(undefined)) throw new Problem('answers-missing', { detail: 'a map is not resolved' });
  const sequences = await Promise.all(wanted.map((id) => gateway.prerequisites(id ?? '')));
  // Each sequence is in running order, so the first mention of a map is early enough for all that need it.
  const ids = [...new Set(sequences.flat())];
  return ids.map((id) => {
    const map = maps.find((each) => each.id === id);
    return { id, name: map ? `${map.finance} (${map.dataverse})` : id, wanted: wanted.includes(id) };
  });
}
