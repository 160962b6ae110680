import { later } from '../platform/durations.ts';
import { takeFault } from '../faults.ts';
import { Refused } from '../serve.ts';
import type { Persona } from '../world/directory.ts';
import type { Application, Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { checkOwner } from './access.ts';
import { organizationOf } from './find-link.ts';

/** Assumed: nobody published how long it takes. */
const takes = 90_000;

/** Solutions of the organization that carry maps: those that some map names as its origin. */
export function mapSolutions(world: World, link: Link) {
  const named = new Set(link.maps.map(({ solution }) => solution));
  const rows = organizationOf(world, link)?.tables['solutions'] ?? [];
  return rows.filter((row) => named.has(String(row['uniquename'])));
}

/** Begins to apply solutions, so that their maps are listed. One at a time is meant; several at once create duplicates. */
export function applySolutions(
  world: World,
  person: Persona,
  link: Link,
  solutions: readonly string[],
): Application {
  checkOwner(person, link);
  const known = mapSolutions(world, link).map((row) => row['uniquename']);
  const missing = solutions.find((name) => !known.includes(name));
  if (missing !== undefined || solutions.length === 0)
    throw new Refused(400, {
      error: { code: 'BadRequest', message: `Solution ${missing ?? ''} was not found.` },
    });
  const now = world.clock.now();
  const fails = takeFault(world, 'Dual-write', 'applySolution', 'operation-fails');
  const application: Application = {
    id: world.id(),
    solutions,
    createdAt: now.toISOString(),
    endsAt: later(now, takes),
    activity: world.id(),
    // Assumed: no failure of it was published.
    ...(fails ? { error: `Solution ${solutions[0]} could not be applied.` } : {}),
  };
  link.applications.push(application);
  return application;
}

/** What happens when several solutions are applied in one call (seen in Microsoft's own automation). */
export function duplicateMaps(world: World, link: Link, solutions: readonly string[]): void {
  const twice = link.maps.filter(({ solution, pid }) => solutions.includes(solution) && !pid);
  for (const map of twice) {
    const templates = map.templates.map((template) => ({ ...template, id: world.id() }));
    const active = templates.at(map.templates.findIndex(({ id }) => id === map.active));
    link.maps.push({
      ...map,
      id: world.id(),
      templates,
      active: active?.id ?? map.active,
      due: [],
      queue: [],
    });
  }
}
