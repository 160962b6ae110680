import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { addressOf, signInAddress } from '../../addresses.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';

const cookie = (world: World) => `twin-visitor-${world.port}`;
const back = (world: World, site: Site) => `${addressOf(world, `${site.subdomain}.portals`)}/signin-aad_1`;

/**
 * True when a visitor has come back from the sign-in. The code isn't redeemed: this site guards nothing, and the
 * sign-in has shown who it is.
 */
export function mayEnter(world: World, site: Site, request: Request, response: Response): boolean {
  if (request.path === '/signin-aad_1' && typeof request.query['code'] === 'string') {
    response.cookie(cookie(world), site.id, { httpOnly: true, sameSite: 'lax', path: '/' });
    response.redirect(303, '/');
    return true;
  }
  return (request.headers.cookie ?? '').split(/;\s*/).includes(`${cookie(world)}=${site.id}`);
}

/** Entra's sign-in for the site's own application. */
export function signInAddressOf(world: World, site: Site): string {
  const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
  const query = new URLSearchParams({
    client_id: site.application,
    redirect_uri: back(world, site),
    response_type: 'code',
    response_mode: 'query',
    scope: 'openid profile',
    state: site.subdomain,
    nonce: site.id,
    code_challenge: createHash('sha256').update(site.id).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${signInAddress(world)}/${environment?.tenant ?? 'organizations'}/oauth2/v2.0/authorize?${query.toString()}`;
}

/** Registers the site's application, as Power Pages does when it sets a site up. */
export function registerVisitors(world: World, site: Site): void {
  if (world.state.directory.apps.some(({ clientId }) => clientId === site.application)) return;
  world.state.directory.apps.push({
    clientId: site.application,
    kind: 'browser',
    name: site.name,
    redirects: [back(world, site)],
  });
}
