import { Problem } from '@portico/contract/problems';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Authority } from './authority.ts';
import type { Authenticated } from './principal.ts';

interface Rules {
  readonly authority: Authority;
  readonly registrations: { readonly wizard: string; readonly api: string };
  /** Tenants whose people may sign in, in lower case; undefined: any that consented. */
  readonly tenants: readonly string[] | undefined;
  readonly keys: (tenant: string) => JWTVerifyGetKey;
  readonly now: () => Date;
}

/** What we need from a v2 token, once its signature holds. */
const claims = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  scp: z.string(),
  azp: z.guid().toLowerCase(),
  ver: z.literal('2.0'),
  iat: z.number(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

/** Two clocks may differ by that much; seconds. */
const tolerance = 60;

/**
 * Reads an Authorization header. Throws `needs-sign-in` for a token that isn't good, whatever is wrong with it,
 * `wrong-tenant` for people that aren't expected here, `upstream-unavailable` when the keys can't be had.
 */
export function tokenValidator({ authority, registrations, tenants, keys, now }: Rules) {
  return async (authorization: string | undefined): Promise<Authenticated> => {
    const assertion = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!assertion) throw refused('no bearer token');
    const tenant = claimedTenant(assertion);
    if (tenants && !tenants.includes(tenant)) throw new Problem('wrong-tenant');
    const payload = await verified(assertion, keys(tenant), {
      // Of the tenant that was claimed: a key of another tenant, or another issuer, doesn't get through.
      issuer: authority.issuer(tenant),
      audience: registrations.api.toLowerCase(),
      algorithms: ['RS256'],
      clockTolerance: tolerance,
      currentDate: now(),
      requiredClaims: ['exp', 'nbf', 'iat'],
    });
    const read = claims.safeParse(payload);
    if (!read.success) throw refused(`claim ${read.error.issues[0]?.path.join('.')}`);
    const { oid, scp, azp, iat, name, preferred_username } = read.data;
    if (azp !== registrations.wizard.toLowerCase()) throw refused('another client');
    if (!scp.split(' ').includes('access_as_user')) throw refused('without scope');
    return {
      principal: { tenant, user: oid, name: name ?? preferred_username ?? oid },
      assertion,
      issuedAt: iat,
    };
  };
}

/** Why stays in the log: a caller with a bad token learns only that it is one. */
const refused = (detail: string) => new Problem('needs-sign-in', { detail });

/** The tenant whose keys to ask. Nothing is believed yet, but a GUID is needed to make an address of it. */
function claimedTenant(token: string): string {
  try {
    const { tid } = decodeJwt(token);
    const read = z.guid().safeParse(tid);
    if (read.success) return read.data.toLowerCase();
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw refused('no tenant');
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  rules: NonNullable<Parameters<typeof jwtVerify>[2]>,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, rules)).payload;
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || isGeneric(error))
      throw new Problem('upstream-unavailable', { detail: 'signing keys can’t be had', retryAfter: 10 });
    throw refused(error.code);
  }
}

/** jose's plain error is what an answer of the key server that isn't keys becomes. */
const isGeneric = (error: errors.JOSEError) => error.code === 'ERR_JOSE_GENERIC';
