import type { Switches } from '../world.ts';

/** The island that an environment's record names, by the switch for it. Links are known on the right one. */
export const islands = {
  right: 'eu-il107',
  none: undefined,
  another: 'us-il101',
  'without-gateway': 'eu-il999',
} as const satisfies Record<Switches['recordedIsland'], string | undefined>;
