import { seeded } from '../seeded.ts';
import type { Pick } from './crash-matrix.ts';

/**
 * What CRASH_MATRIX asks for: `full` is every boundary, anything that is no number the boundaries whose name has it in
 * it. A number is the seed of a sample, one boundary of each subject: a kill costs seconds, and there are two stores
 * and many runs. Each subject dies on one of the stores.
 */
export function whichPoints(asked: string, store: 'embedded' | 'postgres'): Pick {
  if (asked === 'full') return (_subject, points) => points;
  if (!/^\d+$/.test(asked))
    return ({ action, driver }, points) =>
      points.filter((point) => `${action} (${driver}), ${point}`.includes(asked));
  const chance = seeded(Number(asked));
  let turn = Number(asked) + (store === 'postgres' ? 1 : 0);
  return (_subject, points) => {
    turn += 1;
    if (turn % 2 === 0) return [];
    const at = chance.between(0, points.length - 1);
    return points.slice(at, at + 1);
  };
}
