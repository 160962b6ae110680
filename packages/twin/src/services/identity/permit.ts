import type { App, Persona } from '../../world/directory.ts';
import type { World } from '../../world.ts';
import { appOf } from './apps.ts';
import { SignInRefused } from './errors.ts';
import { type Asked, bare, findResource, type Resource } from './permissions.ts';
import type { Session } from './sessions.ts';

interface Permitted {
  readonly audience: string;
  readonly permissions: readonly string[];
}

interface Wish {
  readonly app: App;
  readonly person: Persona;
  readonly session: Session;
  readonly asked: Asked;
  /** A claims challenge came with the request, so only a proven session will do. */
  readonly challenged: boolean;
}

/** Whether an app may have a token for somebody; throws what Entra would say. Our own API needs no consent: it knows its client. */
export function permit(world: World, wish: Wish): Permitted {
  const { asked } = wish;
  if (asked.resource === 'api')
    return { audience: appOf(world, 'api').clientId, permissions: asked.permissions };
  const resource = asked.resource ?? findResource(world, 'https://graph.microsoft.com');
  if (!resource) throw new SignInRefused(500011, 'https://graph.microsoft.com');
  // A request for nothing but who the person is gets a token for the person's own profile.
  if (asked.resource) refuse(world, wish, resource);
  return {
    audience: resource.name,
    permissions: asked.resource ? asked.permissions : ['openid', 'profile', 'email', 'User.Read'],
  };
}

function refuse(world: World, { app, person, session, challenged }: Wish, resource: Resource): void {
  if (!resource.existsIn(person.tenant)) throw new SignInRefused(500011, resource.name);
  if (bare(resource.name) === 'https://integratorapp.com' && world.state.switches.gatewayTokens === 'refused')
    throw new SignInRefused(65002, resource.name);
  if (!hasConsent(world, app, person) || isWithheld(world, person, resource))
    throw new SignInRefused(65001, app.clientId);
  if (person.sign === 'blocked') throw new SignInRefused(53003);
  if (session.expired) throw new SignInRefused(70043);
  if ((person.sign === 'step-up' || challenged) && !session.proven)
    throw new SignInRefused(50076, resource.name);
}

export function hasConsent(world: World, { clientId }: App, person: Persona): boolean {
  const tenant = tenantOf(world, person.tenant);
  return tenant?.consented.includes(clientId) === true || person.consented.includes(clientId);
}

/** No person's own consent helps here (Entra: permissions that need an administrator's consent). */
const isWithheld = (world: World, { tenant }: Persona, resource: Resource): boolean =>
  tenantOf(world, tenant)?.withheld?.some((name) => bare(name) === bare(resource.name)) === true;

const tenantOf = (world: World, tenant: string) =>
  world.state.directory.tenants.find(({ id }) => id === tenant);

/** Consent to one registration is consent to both: the API names the browser app as its known client. */
export function consent(world: World, person: Persona, everybody: boolean): void {
  const tenant = tenantOf(world, person.tenant);
  if (everybody && tenant) delete tenant.withheld;
  const given = everybody && tenant ? tenant.consented : person.consented;
  for (const { clientId } of world.state.directory.apps) if (!given.includes(clientId)) given.push(clientId);
}

/** True for claims that ask for proof; MSAL in a browser always sends others, which mean nothing here. */
export function asksForProof(claims: string | undefined): boolean {
  try {
    const parsed: unknown = JSON.parse(claims ?? '{}');
    const wanted =
      typeof parsed === 'object' && parsed && 'access_token' in parsed ? parsed.access_token : undefined;
    return (
      typeof wanted === 'object' &&
      wanted !== null &&
      ['capolids', 'polids', 'acrs'].some((name) => name in wanted)
    );
  } catch {
    // Entra ignores claims that it can't read.
    return false;
  }
}
