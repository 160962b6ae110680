import { Refused } from '../serve.ts';
import type { Organization } from '../world/dataverse.ts';
import type { DualWriteMap, Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';

export const findLinkOfHost = (world: World, host: string): Link | undefined =>
  world.state.dualWrite.links.find(({ financeHost }) => financeHost === host.toLowerCase());

/** By its id or its name: the gateway takes one here and the other there. */
export const findLink = (world: World, id: string): Link | undefined =>
  world.state.dualWrite.links.find((link) => link.id === id || link.name === id);

export const organizationOf = (world: World, link: Link): Organization | undefined =>
  world.state.dataverse.organizations.find(({ id }) => id === link.organization);

/** The maps that a person sees: those of solutions that were applied. */
export const listedMaps = (link: Link): readonly DualWriteMap[] =>
  link.maps.filter(({ solution }) => link.applied.includes(solution));

/** A map by the id of any of its templates. */
export const findMap = (link: Link, template: string): DualWriteMap | undefined =>
  listedMaps(link).find(({ templates }) => templates.some(({ id }) => id === template));

/** A map and its link by the project id, which says nothing of the link. */
export function projectOf(world: World, pid: string): { readonly link: Link; readonly map: DualWriteMap } {
  for (const link of world.state.dualWrite.links) {
    const map = link.maps.find((each) => each.pid === pid);
    if (map) return { link, map };
  }
  throw new Refused(404, { error: { code: 'NotFound', message: `Project ${pid} was not found.` } });
}
