import type { Authority } from './authority.ts';

/**
 * Where a tenant administrator accepts everything that the API's registration asks for, in one go
 * (Entra, admin consent endpoint v2; `/.default` stands for all configured permissions).
 */
export function consentLink(
  authority: Authority,
  api: string,
  more: {
    /** Graph's audience in this cloud; any of its permissions would do. */
    readonly graph: string;
    /** Where the administrator lands; one of the registration's return addresses. */
    readonly returnTo: string;
  },
): (tenant: string) => string {
  const wish = new URLSearchParams({
    client_id: api,
    scope: `${more.graph}/.default`,
    redirect_uri: more.returnTo,
  });
  return (tenant) => `${authority.base}/${tenant}/v2.0/adminconsent?${wish.toString()}`;
}
