import { Refused } from '../serve.ts';
import type { Link } from '../world/dual-write.ts';
import { findMap } from './find-link.ts';

/** Chooses another version of a map, which must stand still for that. From then on the map goes by that id. */
export function switchVersion(link: Link, template: string): string {
  const map = findMap(link, template);
  if (!map)
    throw new Refused(404, { error: { code: 'NotFound', message: `Template ${template} was not found.` } });
  if (map.due.length > 0 || [2, 3, 4, 5].includes(map.state))
    throw new Refused(400, {
      error: {
        code: 'BadRequest',
        message: `The table map ${map.name} must be stopped before its version can be changed.`,
      },
    });
  map.active = template;
  return template;
}
