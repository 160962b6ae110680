import { takeFault } from '../faults.ts';
import { later, never } from '../platform/durations.ts';
import type { DualWriteMap, Execution, Leg, Link, Start } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { copyCompany } from './copy-company.ts';
import { durationOf, soon } from './limits.ts';

/** However few the rows: both exports have to be started and packaged. */
const shortest = 20_000;
/** What is said when the data import/export framework is down (dual-write documentation, troubleshooting-initial-sync). */
const frameworkDown =
  '([Bad Request], The remote server returned an error: (400) Bad Request.), AX export encountered an error';

/** Whether something is to go wrong with the next initial sync that is asked for. */
export function takeStartFault(world: World): Start['fault'] {
  if (takeFault(world, 'Dual-write', 'start', 'operation-fails')) return 'broken';
  return takeFault(world, 'Dual-write', 'start', 'operation-never-ends') ? 'endless' : undefined;
}

/** Plans an initial sync that begins at a time, company by company; answers when it ends. Nothing is written yet. */
export function planSync(
  world: World,
  link: Link,
  map: DualWriteMap,
  { request, master, fault }: Start,
  startsAt: string,
): string {
  let at = startsAt;
  for (const company of map.companies) {
    const legs =
      fault === 'broken'
        ? [nothing(company)]
        : copyCompany(world, link, map, company, { master, really: false });
    const began = at;
    // Endless is a job that hangs in finance and operations: the first company never gets further.
    at = fault === 'endless' ? never : later(new Date(began), lasts(map, legs));
    link.executions.push({
      id: world.id(),
      pid: map.pid ?? '',
      request,
      company,
      startsAt: began,
      endsAt: at,
      master,
      legs,
      ...(fault === 'broken' ? { broken: true as const } : {}),
    });
  }
  return at;
}

/** A company's turn is over: its rows are written, as both sides are now. */
export function endCompany(world: World, link: Link, execution: Execution): void {
  const map = link.maps.find(({ pid }) => pid === execution.pid);
  const { company, master, broken } = execution;
  execution.settled = true;
  if (map && !broken) execution.legs = copyCompany(world, link, map, company, { master, really: true });
}

/** The first error of a request's initial sync, if there is one: then the map doesn't run. */
export const errorOf = (link: Link, request: string, pid: string | null): string | undefined =>
  link.executions
    .filter((each) => each.request === request && each.pid === pid)
    .flatMap(({ legs }) => legs.flatMap(({ errors }) => errors))[0]?.message;

const nothing = (company: string): Leg => ({
  to: 'dataverse',
  exported: 0,
  inserted: 0,
  updated: 0,
  failed: 1,
  stopped: soon,
  errors: [{ company, record: '', field: '', message: frameworkDown }],
});

function lasts(map: DualWriteMap, legs: readonly Leg[]): number {
  const each = legs.map((leg) => {
    const written = Math.max(0, leg.exported - leg.failed);
    const wrong = leg.stopped ?? (leg.failed > 0 ? soon : 0);
    return wrong + durationOf(map.dataverse.name, leg.to, written);
  });
  return Math.max(
    shortest,
    each.reduce((sum, one) => sum + one, 0),
  );
}
