import { type Chance, seeded } from '../seeded.ts';
import type { Pick } from './crash-matrix.ts';

/** How many of a subject's boundaries are a sample. Guided, an action only looks. */
const most = { automatic: 2, guided: 1 } as const;

/**
 * What CRASH_MATRIX asks for: `full` is every boundary, a number the sample of that seed, anything else the boundaries
 * whose name has it in it.
 */
export function whichPoints(asked: string): Pick {
  if (asked === 'full') return (_subject, points) => points;
  if (!/^\d+$/.test(asked))
    return ({ action, driver }, points) =>
      points.filter((point) => `${action} (${driver}), ${point}`.includes(asked));
  const chance = seeded(Number(asked));
  return ({ driver }, points) => spread(points, most[driver], chance);
}

/** One of each of `count` stretches of equal length, so that no phase of the operation is left out. */
function spread(points: readonly string[], count: number, chance: Chance): readonly string[] {
  const stretches = Math.min(points.length, count);
  const begins = (n: number) => Math.floor((n * points.length) / stretches);
  return Array.from(
    { length: stretches },
    (_, n) => points[chance.between(begins(n), begins(n + 1) - 1)] ?? '',
  );
}
