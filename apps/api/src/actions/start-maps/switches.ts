import type { Candidate } from '@portico/contract/findings';
import type { GatewayMap } from '../../targets/gateway.ts';
import { chosenOf, resolveMaps } from '../../targets/resolve-maps.ts';

type Switch = Candidate & { readonly better: NonNullable<Candidate['better']> };

/** What the action switches: only maps that stand still, and never one that somebody has run as it is. */
export function switchesOf(
  maps: readonly GatewayMap[],
  choices: Readonly<Record<string, string>>,
): readonly Switch[] {
  return chosenOf(resolveMaps(maps, choices)).flatMap(({ better, ...chosen }) =>
    better?.taken ? [{ ...chosen, better }] : [],
  );
}
