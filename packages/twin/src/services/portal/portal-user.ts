import type { Request, Response } from 'express';
import type { Row } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { isSet, organizationOf, ownRows } from './site-tables.ts';

/** Whoever is signed in to a site: a contact in Dataverse, with the web roles that they hold there. */
export interface PortalUser {
  readonly contact: Row;
  readonly roles: readonly Row[];
}

const cookie = (world: World) => `twin-contact-${world.port}`;

const tokenOf = (world: World, request: Request): string | undefined =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookie(world)}=`))
    ?.slice(cookie(world).length + 1);

/** The signed-in contact; undefined for everybody else, and once the contact is gone or inactive. */
export function portalUserOf(world: World, site: Site, request: Request): PortalUser | undefined {
  const token = tokenOf(world, request);
  const visit = token === undefined ? undefined : site.visits?.find((each) => each.token === token);
  return visit && contactNamed(world, site, visit.contact);
}

/** An active contact, with the web roles that they hold on the site. */
export function contactNamed(world: World, site: Site, id: string): PortalUser | undefined {
  const contact = organizationOf(world, site)?.tables['contacts']?.find(
    (row) => row['contactid'] === id && row['statecode'] === 0,
  );
  return contact && { contact, roles: rolesOf(world, site, id) };
}

/** Roles given to a contact, and the one that everybody has who is signed in, where there is one (create-web-roles). */
function rolesOf(world: World, site: Site, contact: string): readonly Row[] {
  const pairs = organizationOf(world, site)?.tables['adx_webrole_contactset'] ?? [];
  const given = pairs.filter((pair) => pair['contactid'] === contact).map((pair) => pair['adx_webroleid']);
  return ownRows(world, site, 'adx_webroles').filter(
    (role) => given.includes(role['adx_webroleid']) || role['adx_authenticatedusersrole'] === true,
  );
}

/** Lets this browser in as a contact. When that was stands there only where it is tracked (configure-site-settings). */
export function signIn(world: World, site: Site, contact: string, response: Response): void {
  const row = contactNamed(world, site, contact)?.contact;
  if (row && isSet(world, site, 'LoginTrackingEnabled', 'true'))
    row['adx_identity_lastsuccessfullogin'] = world.clock.now().toISOString().replace(/\.\d+/, '');
  const token = `${world.id()}${world.id()}`;
  (site.visits ??= []).push({ token, contact });
  response.cookie(cookie(world), token, { httpOnly: true, sameSite: 'lax', path: '/' });
}

export function signOut(world: World, site: Site, request: Request, response: Response): void {
  const token = tokenOf(world, request);
  site.visits = (site.visits ?? []).filter((visit) => visit.token !== token);
  response.clearCookie(cookie(world), { path: '/' });
}

export const nameOf = (contact: Row): string =>
  [contact['firstname'], contact['lastname']].filter((part) => typeof part === 'string').join(' ');
