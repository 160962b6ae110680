import type { DualWriteMap, Link } from '../world/dual-write.ts';
import { listedMaps } from './find-link.ts';

/** A map and all that it needs or uses, each after what it needs, itself last. Circles are cut where they close. */
export function sequenceOf(link: Link, map: DualWriteMap): readonly DualWriteMap[] {
  const order: DualWriteMap[] = [];
  const seen = new Set<string>();
  const visit = (each: DualWriteMap): void => {
    if (seen.has(each.id)) return;
    seen.add(each.id);
    for (const name of [...each.needs, ...each.uses]) {
      const before = listedMaps(link).find((candidate) => candidate.name === name);
      if (before) visit(before);
    }
    order.push(each);
  };
  visit(map);
  return order;
}
