import type { Authority } from './authority.ts';

/**
 * Where a tenant administrator accepts everything that the API's registration asks for, in one go
 * (Entra, admin consent endpoint v2; `/.default` stands for all configured permissions).
 */
export function consentLink(
  authority: Authority,
  api: string,
  tenant: string,
  more: { readonly graph: string; readonly returnTo: string },
): string {
  const link = new URL(`${authority.base}/${tenant}/v2.0/adminconsent`);
  link.searchParams.set('client_id', api);
  link.searchParams.set('scope', `${more.graph}/.default`);
  link.searchParams.set('redirect_uri', more.returnTo);
  return link.href;
}
