import type { PublicConfig } from '@portico/contract/public-config';

/**
 * Where an administrator of this tenant consents for everybody. Our sign-in asks for the API's own scope;
 * `.default` of the same API covers what the API calls in the person's name.
 */
export function consentLink({ signIn }: PublicConfig, tenant: string, home: string): string {
  const api = signIn.apiScope.slice(0, signIn.apiScope.lastIndexOf('/'));
  const link = new URL(`/${encodeURIComponent(tenant)}/v2.0/adminconsent`, signIn.authority);
  link.searchParams.set('client_id', signIn.clientId);
  link.searchParams.set('scope', `${api}/.default`);
  link.searchParams.set('redirect_uri', home);
  return link.href;
}
