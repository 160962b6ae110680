import { consentLink } from '../data/consent-link.ts';
import { signInFor } from '../data/sign-in-for.ts';
import { useWorkspace } from '../data/workspace.ts';
import type { SignInWays } from '../parts/sign-in-ways.tsx';

/** The ways through a sign-in and back to this page; `run` is whose checks and operations may be asked again. */
export function useSignInWays(run = ''): SignInWays {
  const { api, auth, config } = useWorkspace();
  return {
    consentLink: consentLink(config, auth.account?.tenant ?? 'organizations'),
    go: (refused, { check, operation } = {}) => {
      const ask = check
        ? () => api.runChecks({ run, body: { checks: [check] } })
        : operation && (() => api.nudgeOperation({ run, operation }));
      void signInFor(auth, refused, ask || undefined);
    },
  };
}
