import {
  type AccountInfo,
  AuthError,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
  PublicClientApplication,
} from '@azure/msal-browser';
import type { PublicConfig } from '@portico/contract/public-config';
import { ApiProblem, offline } from './api-problem.ts';
import type { Account, AuthClient } from './auth.ts';

/** Sign-in by redirect. This file is the only one that knows the library, and a chunk of its own. */
export async function createMsalAuth({ signIn }: PublicConfig): Promise<AuthClient> {
  const app = new PublicClientApplication({
    auth: {
      clientId: signIn.clientId,
      authority: signIn.authority,
      knownAuthorities: signIn.knownAuthorities,
      ...(signIn.authorityMetadata ? { authorityMetadata: signIn.authorityMetadata } : {}),
      redirectUri: `${window.location.origin}/redirect.html`,
      postLogoutRedirectUri: `${window.location.origin}/`,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await app.initialize();
  const back = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  if (back?.account) app.setActiveAccount(back.account);
  dropState();
  return new MsalAuth(app, [signIn.apiScope]);
}

/** Coming back from a sign-out leaves the library's state in the address; nobody needs it there. */
function dropState(): void {
  const here = new URL(window.location.href);
  if (!here.searchParams.has('state')) return;
  here.searchParams.delete('state');
  window.history.replaceState(window.history.state, '', here);
}

class MsalAuth implements AuthClient {
  readonly #app: IPublicClientApplication;
  readonly #scopes: string[];

  constructor(app: IPublicClientApplication, scopes: string[]) {
    this.#app = app;
    this.#scopes = scopes;
  }

  get #active(): AccountInfo | undefined {
    return this.#app.getActiveAccount() ?? this.#app.getAllAccounts()[0];
  }

  get account(): Account | undefined {
    const active = this.#active;
    if (!active) return undefined;
    const { homeAccountId: id, name, username, tenantId: tenant } = active;
    return { id, name: name ?? username, username, tenant };
  }

  async token({ fresh = false } = {}): Promise<string> {
    const account = this.#active;
    if (!account) throw new ApiProblem(401, { code: 'needs-sign-in' });
    try {
      const request = { account, scopes: this.#scopes, forceRefresh: fresh };
      return (await this.#app.acquireTokenSilent(request)).accessToken;
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError) {
        const consent = error.subError === 'consent_required' || error.errorNo === '65001';
        throw consent
          ? new ApiProblem(403, { code: 'consent-missing' })
          : new ApiProblem(401, { code: 'needs-sign-in' }, error.claims || undefined);
      }
      const code = error instanceof AuthError ? error.errorCode : 'unknown';
      if (!navigator.onLine || code === 'no_network_connectivity') throw offline();
      throw new ApiProblem(401, { code: 'needs-sign-in', detail: code });
    }
  }

  async signIn({ another = false, hint }: { another?: boolean; hint?: string } = {}): Promise<void> {
    const loginHint = hint ?? (another ? undefined : this.#active?.username);
    await this.#app.loginRedirect({
      scopes: this.#scopes,
      redirectStartPage: window.location.href,
      ...(loginHint ? { loginHint } : {}),
      ...(another ? { prompt: 'select_account' } : {}),
    });
  }

  async prove(claims: string): Promise<void> {
    await this.#app.acquireTokenRedirect({
      scopes: this.#scopes,
      claims,
      redirectStartPage: window.location.href,
      ...(this.#active ? { account: this.#active } : {}),
    });
  }

  async signOut(): Promise<void> {
    await this.#app.logoutRedirect({ account: this.#active ?? null });
  }
}
