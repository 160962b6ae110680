import { consentLink } from '../data/consent-link.ts';
import { useWorkspace } from '../data/workspace.ts';

/** Where an administrator of the signed-in person's tenant consents. */
export function useConsentLink(): string {
  const { config, auth } = useWorkspace();
  return consentLink(config, auth.account?.tenant ?? 'organizations', `${window.location.origin}/`);
}
