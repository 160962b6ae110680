import type { Candidate } from '@portico/contract/findings';
import type { GatewayMap } from '../../targets/gateway.ts';
import { resolveMaps } from '../../targets/resolve-maps.ts';

type Switch = Candidate & { readonly better: NonNullable<Candidate['better']> };

/** What the action switches: only maps that stand still, and never one that somebody has run as it is. */
export function switchesOf(
  maps: readonly GatewayMap[],
  choices: Readonly<Record<string, string>>,
): readonly Switch[] {
  const { maps: five, beside } = resolveMaps(maps, choices);
  return [...beside, ...five].flatMap(({ chosen }) =>
    chosen?.better?.taken ? [{ ...chosen, better: chosen.better }] : [],
  );
}
