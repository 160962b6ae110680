import type { PublicConfig } from '@portico/contract/public-config';

/** Where an administrator of this tenant consents for everybody. */
export const consentLink = ({ signIn }: PublicConfig, tenant: string): string =>
  signIn.consentLink.replace('{tenant}', encodeURIComponent(tenant));
