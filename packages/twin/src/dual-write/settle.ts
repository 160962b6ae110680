import type { Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { duplicateMaps } from './apply-solutions.ts';
import { keepRecord } from './runtime-record.ts';

/** Brings about what the clock has made due: projects, states of maps and their records, applied solutions. */
export function settleDualWrite(world: World): void {
  const now = world.clock.now().getTime();
  for (const link of world.state.dualWrite.links) {
    for (const map of link.maps)
      while (map.due[0] && Date.parse(map.due[0].at) <= now) {
        const { at, state, pid } = map.due[0];
        map.due.shift();
        map.state = state;
        if (pid) map.pid = pid;
        keepRecord(world, link, map, at);
      }
    settleApplications(world, link, now);
  }
}

function settleApplications(world: World, link: Link, now: number): void {
  for (const application of link.applications) {
    if (application.settled || Date.parse(application.endsAt) > now) continue;
    application.settled = true;
    for (const solution of application.solutions)
      if (!link.applied.includes(solution)) link.applied.push(solution);
    if (application.solutions.length > 1) duplicateMaps(world, link, application.solutions);
  }
}
