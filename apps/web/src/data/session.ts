import type { PublicConfig } from '@portico/contract/public-config';
import { createStore } from 'zustand/vanilla';
import { type ApiProblem, asApiProblem } from './api-problem.ts';
import type { AuthClient } from './auth.ts';
import { configOfPage, readConfig } from './read-config.ts';

export type Session =
  | { readonly status: 'starting'; readonly config?: PublicConfig; readonly returning: boolean }
  | { readonly status: 'failed'; readonly config?: PublicConfig; readonly problem: ApiProblem }
  | { readonly status: 'signed-out'; readonly config: PublicConfig; readonly auth: AuthClient }
  | { readonly status: 'signed-in'; readonly config: PublicConfig; readonly auth: AuthClient };

/** The sign-in library leaves traces in the tab while somebody is signed in or on the way back. */
const seemsSignedIn = () => Object.keys(sessionStorage).some((key) => key.startsWith('msal.'));

export const createSession = () =>
  createStore<Session>()(() => ({
    status: 'starting',
    returning: seemsSignedIn(),
    config: configOfPage(),
  }));
export type SessionStore = ReturnType<typeof createSession>;

export async function startSession(store: SessionStore): Promise<void> {
  let { config } = store.getState();
  store.setState({ status: 'starting', returning: seemsSignedIn(), config }, true);
  try {
    const library = import('./auth-msal.ts');
    // Both at once; the library's failure is met below, after the config's.
    library.catch(() => undefined);
    config ??= await readConfig();
    store.setState({ ...store.getState(), config }, true);
    const auth = await (await library).createMsalAuth(config);
    store.setState({ status: auth.account ? 'signed-in' : 'signed-out', config, auth }, true);
  } catch (error) {
    store.setState({ status: 'failed', ...(config ? { config } : {}), problem: asApiProblem(error) }, true);
  }
}
