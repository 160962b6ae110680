import { Refused } from '../serve.ts';
import type { DualWriteMap, Link, Master } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { askMaps } from './ask-maps.ts';
import { allowedActions } from './states.ts';

export interface Run {
  readonly map: DualWriteMap;
  readonly initialSync: boolean;
  readonly master?: Master;
}

/** What "Run" on the page does: gives a project to maps that have none, then starts all in the order given. */
export function runMaps(world: World, link: Link, runs: readonly Run[]): string {
  if (runs.length === 0)
    throw new Refused(400, { error: { code: 'BadRequest', message: 'Select the table maps to run.' } });
  // What can't run all is refused as it is, without having given anybody a project.
  const ready = runs.every(({ map }) => mayRun(map));
  for (const { map } of ready ? runs : []) {
    if (!allowedActions(map).includes('8')) continue;
    map.pid = world.id();
    map.state = 1;
  }
  const wishes = runs.map(({ map, initialSync, master = 'CRM' }) => ({
    map,
    skipInitialSync: !initialSync,
    master,
  }));
  return askMaps(world, link, '1', wishes);
}

/** Whether "Run" is offered: it stands still, whether or not it has a project. */
export const mayRun = (map: DualWriteMap): boolean => /^[18]$/.test(allowedActions(map)[0] ?? '');
