import { createHash, randomBytes } from 'node:crypto';
import { signInAddress } from '../../addresses.ts';
import type { Keys } from '../../tokens.ts';
import type { Persona } from '../../world/directory.ts';
import type { World } from '../../world.ts';
import type { Session, Sessions } from './sessions.ts';

/** What every part of the sign-in works with. */
export interface SignIn {
  readonly world: World;
  readonly keys: Keys;
  readonly sessions: Sessions;
}

/** Seconds: between the 60 and 90 minutes that Entra gives. */
export const lifetime = 4500;

export const issuerOf = (world: World, tenant: string): string => `${signInAddress(world)}/${tenant}/v2.0`;

/** What tells one person from another across tenants; MSAL reads it as `{uid}.{utid}`. */
export function clientInfo(world: World, person: Persona): string {
  const home = world.state.directory.people.find(({ id }) => id === (person.home ?? person.id)) ?? person;
  return Buffer.from(JSON.stringify({ uid: home.id, utid: home.tenant })).toString('base64url');
}

interface Issued {
  readonly person: Persona;
  readonly session: Session;
  /** The app that asked. */
  readonly client: string;
  readonly audience: string;
  readonly permissions: readonly string[];
}

export function accessToken({ world, keys }: SignIn, issued: Issued): Promise<string> {
  const { person, session, client, audience, permissions } = issued;
  const claims = {
    ...who(person, session),
    azp: client,
    azpacr: '0',
    scp: permissions.join(' '),
    sub: pairwise(person, audience),
    // Entra notes extra proof in its own way; this is how the twin does.
    amr: session.proven ? ['pwd', 'mfa'] : ['pwd'],
  };
  return keys.sign(claims, issuerOf(world, person.tenant), audience, lifetime);
}

export function idToken(
  { world, keys }: SignIn,
  { person, session, client, nonce }: Pick<Issued, 'person' | 'session' | 'client'> & { nonce?: string },
): Promise<string> {
  const claims = {
    ...who(person, session),
    sub: pairwise(person, client),
    login_hint: person.userName,
    ...(nonce ? { nonce } : {}),
  };
  return keys.sign(claims, issuerOf(world, person.tenant), client, lifetime);
}

const who = (person: Persona, session: Session) => ({
  oid: person.id,
  tid: person.tenant,
  name: person.name,
  preferred_username: person.userName,
  sid: session.id,
  // Tells two tokens of one second apart, as Entra's does.
  uti: randomBytes(16).toString('base64url'),
  ver: '2.0',
});

/** A subject differs for each app, as Entra's does. */
const pairwise = (person: Persona, app: string) =>
  createHash('sha256').update(`${person.id} ${person.tenant} ${app}`).digest('base64url');
