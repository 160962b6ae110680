import { plants } from './dual-write/plants.ts';
import type { Area } from './play.ts';

/** What can be simulated. */
export const areas = {
  'dual-write': {
    module: new URL('dual-write/story.ts', import.meta.url),
    plants,
    regressions: [],
  },
} satisfies Record<string, Area>;

export const isArea = (name: string): name is keyof typeof areas => Object.hasOwn(areas, name);
