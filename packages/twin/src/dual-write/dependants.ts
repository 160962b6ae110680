import type { DualWriteMap, Link } from '../world/dual-write.ts';
import { listedMaps } from './find-link.ts';
import { sequenceOf } from './sequences.ts';

/** Running maps whose rows refer to those of a map, straight or through others. */
export const dependants = (link: Link, map: DualWriteMap): readonly DualWriteMap[] =>
  listedMaps(link).filter(
    (other) => other.state === 4 && other.id !== map.id && sequenceOf(link, other).includes(map),
  );
