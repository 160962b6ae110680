import type { World } from './world.ts';

/** The address of something in the twin: `addressOf(world, 'graph')`. The sign-in alone is plain localhost. */
export const addressOf = (world: Pick<World, 'port'>, labels: string): string =>
  `http://${labels}.twin.localhost:${world.port}`;

export const signInAddress = (world: Pick<World, 'port'>): string => `http://localhost:${world.port}`;

/** A text that was kept without the port, which each start may change. */
export const withPort = (world: World, text: string): string =>
  text.replaceAll('.twin.localhost/', `.twin.localhost:${world.port}/`);
