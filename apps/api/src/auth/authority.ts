import type { PublicConfig } from '@portico/contract/public-config';

/** Where people of a cloud sign in, in the forms that its readers need. */
export interface Authority {
  /** The true address, without a trailing slash; http only for the twin. */
  readonly base: string;
  /** MSAL refuses http, even where nothing but its prepared metadata is used. */
  readonly forLibrary: string;
  /** Hosts that MSAL must not ask Microsoft about. */
  readonly known: readonly string[];
  /** Given, nothing is discovered; `{tenantid}` in it is filled by MSAL for each request. */
  readonly metadata?: string;
  issuer(tenant: string): string;
  keys(tenant: string): URL;
}

/** An address that MSAL and the issuer of tokens know by another name (msal-common, authority metadata). */
const canonical: Readonly<Record<string, string>> = {
  'https://login.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Prepares the sign-in of a cloud. `base` is the cloud's authority; MSAL knows Microsoft's own by heart.
 * An http address is the twin's: its metadata is fetched here once, and only from this machine.
 */
export async function openAuthority(base: string, fetcher: typeof fetch): Promise<Authority> {
  const { protocol, host, hostname } = new URL(base);
  const asked = base.replace(/\/+$/, '');
  const bare = canonical[asked] ?? asked;
  const authority: Authority = {
    base: bare,
    forLibrary: bare,
    known: [],
    issuer: (tenant) => `${bare}/${tenant}/v2.0`,
    keys: (tenant) => new URL(`${bare}/${tenant}/discovery/v2.0/keys`),
  };
  if (protocol === 'https:') return authority;
  if (!loopback.has(hostname)) throw new Error('Only a rehearsal on this machine signs in without TLS.');
  const document = `${bare}/%7Btenantid%7D/v2.0/.well-known/openid-configuration`;
  const answer = await fetcher(document, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`The twin's sign-in answered ${answer.status}.`);
  return {
    ...authority,
    forLibrary: `https://${host}`,
    known: [host],
    metadata: await answer.text(),
  };
}

/** The part of the public configuration that the wizard's sign-in is made of. */
export const signInForBrowser = (
  { base, forLibrary, known, metadata }: Authority,
  registrations: { readonly wizard: string; readonly api: string },
  consentLink: (tenant: string) => string,
): PublicConfig['signIn'] => ({
  clientId: registrations.wizard,
  authority: `${forLibrary}/organizations`,
  apiScope: `api://${registrations.api}/access_as_user`,
  knownAuthorities: [...known],
  ...(metadata ? { authorityMetadata: metadata } : {}),
  consentLink: consentLink('{tenant}'),
  origins: [new URL(base).origin],
});
