import { randomUUID } from 'node:crypto';
import { errors, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Persona } from './world/directory.ts';
import type { World } from './world.ts';

/** The keys of this twin; made at each start, so tokens don't outlive it. */
export interface Keys {
  readonly publicJwk: JWK;
  sign(claims: Record<string, unknown>, issuer: string, audience: string, seconds: number): Promise<string>;
  verify(token: string): Promise<Record<string, unknown>>;
}

/** Tokens live in real time: the people and libraries that hold them do. */
export async function createKeys(): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  // Another name at each start: whoever holds the keys of the last one sees that they must be fetched again.
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    publicJwk,
    sign: (claims, issuer, audience, seconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime(`${seconds}s`)
        .sign(privateKey),
    verify: async (token) => (await jwtVerify(token, publicKey)).payload,
  };
}

export interface Caller {
  readonly person: Persona;
  readonly tenant: string;
  /** Delegated permissions in the token. */
  readonly scopes: readonly string[];
  readonly audience: string;
}

export type Refusal = 'missing' | 'expired' | 'wrong-audience' | 'unknown-person';

/** The token was good, and isn't any more: more proof was asked for since. */
export const unproven = Symbol('unproven');

/** Reads the caller of a request, or says why there is none. Audiences are compared without trailing slash. */
export async function callerOf(
  world: World,
  keys: Keys,
  authorization: string | undefined,
  audience: string,
): Promise<Caller | Refusal | typeof unproven> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return 'missing';
  try {
    const claims = await keys.verify(token);
    if (bare(String(claims['aud'])) !== bare(audience)) return 'wrong-audience';
    const person = world.state.directory.people.find(({ id }) => id === claims['oid']);
    if (!person) return 'unknown-person';
    if (world.state.switches.revokedTokens !== 'good-until-expiry') {
      if (isEnded(world, String(claims['sid']), person)) return 'expired';
      if (person.sign === 'step-up' && !isProven(claims)) return unproven;
    }
    return {
      person,
      tenant: String(claims['tid']),
      scopes: typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [],
      audience: bare(audience),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'expired';
    throw error;
  }
}

/** A sign-in's id begins with the moment of it. */
export const sidOf = (secret: string, now = Date.now()): string => `${now}.${secret}`;

/** True when all sign-ins of an account were ended after this one. */
export function isEnded(world: World, sid: string, { id, home = id }: Pick<Persona, 'id' | 'home'>): boolean {
  const account = world.state.directory.people.find((person) => person.id === home);
  return Number(sid.split('.')[0]) <= (account?.ended ?? 0);
}

export const isProven = ({ amr }: Record<string, unknown>): boolean =>
  Array.isArray(amr) && amr.includes('mfa');

const bare = (resource: string) => resource.replace(/\/+$/, '').toLowerCase();
