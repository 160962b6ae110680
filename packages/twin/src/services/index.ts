import { serve, type Site } from '../serve.ts';
import type { Keys } from '../tokens.ts';
import type { World } from '../world.ts';
import { bapTwin } from './bap.ts';
import { graphTwin } from './graph.ts';
import { signInSite } from './identity/site.ts';

/** Everything that answers in the twin, by host. */
export const sites = (world: World, keys: Keys): readonly Site[] => [
  signInSite(world, keys),
  serve(world, keys, graphTwin),
  serve(world, keys, bapTwin),
];
