import {
  type AccountInfo,
  type IPublicClientApplication,
  PublicClientApplication,
} from '@azure/msal-browser';
import type { PublicConfig } from '@portico/contract/public-config';
import { ApiProblem } from './api-problem.ts';
import { type Arrival, readConsentAnswer } from './arrival.ts';
import type { Account, AuthClient } from './auth.ts';
import { dropDrafts } from './drafts.ts';
import { signInProblem } from './sign-in-problem.ts';

/** Sign-in by redirect. Only this file and its neighbour know the library; they are a chunk of their own. */
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
  const arrival = await arrive(app);
  return new MsalAuth(app, [signIn.apiScope], { ...readConsentAnswer(), ...arrival });
}

/** Takes in what the sign-in answered. Refused or cancelled, the person is here all the same, and is told. */
async function arrive(app: IPublicClientApplication): Promise<Omit<Arrival, 'consented'>> {
  try {
    const back = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (back?.account) app.setActiveAccount(back.account);
    return { signedIn: Boolean(back?.account) };
  } catch (error) {
    const refused = signInProblem(error, 'sign-in-refused');
    return refused ? { signedIn: false, refused } : { signedIn: false };
  }
}

class MsalAuth implements AuthClient {
  readonly #app: IPublicClientApplication;
  readonly #scopes: string[];
  /** Tabs don't share their accounts, but who signs out means all of them. */
  readonly #signOuts = new BroadcastChannel('portico.sign-out');
  readonly arrival: Arrival;

  constructor(app: IPublicClientApplication, scopes: string[], arrival: Arrival) {
    this.#app = app;
    this.#scopes = scopes;
    this.arrival = arrival;
    this.#signOuts.addEventListener('message', ({ data }) => {
      if (data === this.account?.id) void this.#forget().then(() => window.location.reload());
    });
  }

  get #active(): AccountInfo | undefined {
    return this.#app.getActiveAccount() ?? this.#app.getAllAccounts()[0];
  }

  get account(): Account | undefined {
    const active = this.#active;
    if (!active) return undefined;
    const { homeAccountId: id, localAccountId: user, name, username, tenantId: tenant } = active;
    return { id, user, name: name ?? username, username, tenant };
  }

  async token({ fresh = false } = {}): Promise<string> {
    const account = this.#active;
    if (!account) throw new ApiProblem(401, { code: 'needs-sign-in' });
    try {
      const request = { account, scopes: this.#scopes, forceRefresh: fresh };
      return (await this.#app.acquireTokenSilent(request)).accessToken;
    } catch (error) {
      throw signInProblem(error, 'needs-sign-in') ?? new ApiProblem(401, { code: 'needs-sign-in' });
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
    const active = this.#active;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    if (active) this.#signOuts.postMessage(active.homeAccountId);
    await this.#forget(active);
    await this.#app.logoutRedirect({ account: active ?? null });
  }

  /** Who used several accounts in this tab leaves none of them behind. The library forgets the spared one itself. */
  async #forget(spared?: AccountInfo): Promise<void> {
    dropDrafts(window.sessionStorage);
    for (const account of this.#app.getAllAccounts())
      if (account.localAccountId !== spared?.localAccountId) await this.#app.clearCache({ account });
  }
}
