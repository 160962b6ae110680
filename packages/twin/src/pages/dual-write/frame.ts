import { checkAccess } from '../../dual-write/access.ts';
import { findLinkOfHost, findMap } from '../../dual-write/find-link.ts';
import { Refused } from '../../serve.ts';
import type { DualWriteMap, Link } from '../../world/dual-write.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';

/** The finance and operations host that a page is about: named in the address, or the page's own. */
export function financeHostOf({ request }: Visit): string {
  const named = request.query['axenv'];
  const host = typeof named === 'string' && named !== '' ? named : request.hostname;
  return host.replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
}

/** The link of the page, for a person who may work with it. */
export function linkOf(visit: Visit): Link {
  const host = financeHostOf(visit);
  const link = findLinkOfHost(visit.world, host);
  if (!link)
    throw new Refused(404, {
      message: `Dual-write isn’t linked for ${host || 'this environment'}. Link it under “New link to environment”.`,
    });
  checkAccess(visit.world, visit.person, link);
  return link;
}

/** Addresses of this page keep saying which environment is meant. */
export const at = (path: string, link: Link, more: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ axenv: link.financeHost, ...more }).toString()}`;

/** All values of a field that may come once, several times or not at all. */
export function valuesOf(sent: unknown, name: string): readonly string[] {
  const found: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : undefined;
  const all: readonly unknown[] = Array.isArray(found) ? found : [found];
  return all.filter((value) => typeof value === 'string');
}

export const mapsNamed = (link: Link, templates: readonly string[]): readonly DualWriteMap[] =>
  templates.map((template) => findMap(link, template)).filter((map) => map !== undefined);

/** As the page has it: `Customers V3 (accounts)`. */
export const titleOf = ({ finance, dataverse }: DualWriteMap): string =>
  `${finance.displayName} (${dataverse.name})`;

export const crumbs = (link: Link): Html =>
  html`<nav aria-label="Dual-write"><ul><li><a href="${at('/dualWrite', link)}">Table maps</a></li><li><a href="${at('/dualWrite/solutions', link)}">Apply solution</a></li></ul></nav>`;
