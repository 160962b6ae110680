import { kinds } from './dual-write/mischief.ts';
import { plants } from './dual-write/plants.ts';
import { kindsOfWorlds } from './dual-write/shapes.ts';
import type { Area } from './play.ts';
import { kinds as kindsOfSites } from './site/mischief.ts';
import { plants as plantsOfSites } from './site/plants.ts';
import { kindsOfPasts } from './site/small-world.ts';
import { kinds as kindsOfUpdates } from './update/mischief.ts';
import { plants as plantsOfUpdates } from './update/plants.ts';
import { histories as kindsOfSiteHistories } from './update/histories.ts';

/** What can be simulated. */
export const areas = {
  'dual-write': {
    module: new URL('dual-write/story.ts', import.meta.url),
    plants,
    kinds: [...Object.keys(kinds), ...kindsOfWorlds],
    // Overtaken between look and start; an old start taken for ours; a project asked for twice; others' failure unseen;
    // overtaken between look and switch, and between look and project.
    regressions: [40, 19, 95, 27, 588, 7976],
  },
  site: {
    module: new URL('site/story.ts', import.meta.url),
    plants: plantsOfSites,
    kinds: [...Object.keys(kindsOfSites), ...kindsOfPasts],
    // An old failure taken for what became of ours, by hand and after a crash; begun anew while the list lagged; a lost
    // answer while it lagged; begun anew after an end that nobody knew anything of;
    // the same beside an old failure.
    regressions: [30, 81, 203_393, 213_448, 18_908, 9431],
  },
  update: {
    module: new URL('update/story.ts', import.meta.url),
    plants: plantsOfUpdates,
    kinds: [...Object.keys(kindsOfUpdates), ...kindsOfSiteHistories],
    // A page that the portal made by itself, left behind; a decision that outlived its update; an edit that looked like a
    // write; an edit after taking back; a baseline that stayed when taking back arrived late; a new row edited meanwhile;
    // a try that arrived while the site was read; an update concluded twice, and what was decided before; a page that the
    // portal made, taken for an edit; half of an update taken back by hand; one of which people edited each row; a role that
    // somebody gave to a new row before it was taken back; a decision that outlived what it was about.
    regressions: [209, 303, 339, 1020, 1061, 1567, 1354, 2250, 5350, 5738, 57_344, 30_523, 11_153],
  },
} satisfies Record<string, Area>;

export const isArea = (name: string): name is keyof typeof areas => Object.hasOwn(areas, name);
