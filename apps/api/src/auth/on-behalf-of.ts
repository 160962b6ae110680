import { ConfidentialClientApplication } from '@azure/msal-node';
import { Problem } from '@portico/contract/problems';
import { assertionOf } from './assertion.ts';
import type { AskedPermissions } from './asked-permissions.ts';
import type { Authority } from './authority.ts';
import { explainRefusal } from './explain-refusal.ts';
import { msalNetwork } from './msal-network.ts';
import type { Who } from './principal.ts';
import { recentTokens } from './recent-tokens.ts';
import { tokenCache } from './token-cache.ts';
import type { Vault } from './vault.ts';

interface Means {
  readonly authority: Authority;
  readonly api: { readonly clientId: string; readonly secret: string };
  readonly vault: Vault;
  /** What our registration asks for, by audience; a person without consent is told. */
  readonly asked: (audience: string) => AskedPermissions;
  /** Where an administrator of a tenant consents. */
  readonly consentLink: (tenant: string) => string;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
}

/**
 * A token for a resource on somebody's behalf. `audience` is the resource without a trailing slash; `claims` is
 * the JSON of a challenge that the resource made; `{}` asks for a fresh token without one. Throws a Problem when
 * none can be had.
 */
export type TokenFor = (who: Who, audience: string, claims?: string) => Promise<string>;

/** Exchanges the newest sign-in of a person. Needs only a reference to the person, so operations can use it after a restart. */
export function onBehalfOf(means: Means): TokenFor {
  const recent = recentTokens(means.now);
  const flights = new Map<string, Promise<string>>();
  return async ({ tenant, user }, audience, claims) => {
    const who = { tenant, user };
    const plain = JSON.stringify([tenant, user, audience, undefined]);
    // The token that is kept was turned down; who gets no other must not meet it again.
    if (claims) recent.forget(plain);
    const key = JSON.stringify([tenant, user, audience, claims]);
    const known = recent.find(key);
    if (known) return known;
    const underway = flights.get(key);
    if (underway) return underway;
    const flight = exchange(means, who, audience, claims).then(({ token, expires }) => {
      // A token that answers a challenge replaces the one that was challenged.
      recent.keep(plain, token, expires);
      return token;
    });
    flights.set(key, flight);
    try {
      return await flight;
    } finally {
      flights.delete(key);
    }
  };
}

async function exchange(
  { authority, api, vault, asked, consentLink, fetch: fetcher }: Means,
  who: Who,
  audience: string,
  claims: string | undefined,
) {
  const oboAssertion = await assertionOf(vault, who);
  if (!oboAssertion)
    throw new Problem('needs-sign-in', { values: { audience }, detail: 'no sign-in is kept' });
  const network = msalNetwork(fetcher);
  // A fresh client for each request: a shared one replays one person's throttling to all others for a minute.
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: api.clientId,
      clientSecret: api.secret,
      authority: `${authority.forLibrary}/${who.tenant}`,
      knownAuthorities: [...authority.known],
      ...(authority.metadata ? { authorityMetadata: authority.metadata } : {}),
    },
    cache: { cachePlugin: tokenCache(vault, who, audience) },
    system: { networkClient: network.module },
  });
  // Loads the cache: the exchange itself looks only into memory (msal-node 7.2).
  await client.getTokenCache().getAllAccounts();
  try {
    const result = await client.acquireTokenOnBehalfOf({
      oboAssertion,
      scopes: [`${audience}/.default`],
      ...(claims ? { claims, skipCache: true } : {}),
    });
    if (!result?.expiresOn) throw new Error('The sign-in library answered without a token.');
    return { token: result.accessToken, expires: result.expiresOn };
  } catch (error) {
    const refusal = network.refusal();
    if (!refusal) throw error;
    // MSAL's own error isn't carried along: its text is not ours to vouch for.
    throw explainRefusal(refusal, {
      audience,
      asked: { ...asked(audience), link: consentLink(who.tenant) },
    });
  }
}
