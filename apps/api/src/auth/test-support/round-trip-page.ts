import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * For the round trip: as little of a wizard as shows the library at work. Kept as text, because only a bundler
 * reads it; the library itself is the one that the wizard ships.
 */
const main = `
import { PublicClientApplication } from '@azure/msal-browser';
const { signIn } = await (await fetch('/api/config')).json();
const pca = new PublicClientApplication({
  auth: {
    clientId: signIn.clientId,
    authority: signIn.authority,
    knownAuthorities: signIn.knownAuthorities,
    authorityMetadata: signIn.authorityMetadata,
    redirectUri: location.origin + '/redirect.html',
    postLogoutRedirectUri: location.origin + '/',
  },
  cache: { cacheLocation: 'sessionStorage' },
});
const scopes = [signIn.apiScope];
await pca.initialize();
const came = await pca.handleRedirectPromise({ navigateToLoginRequestUrl: false });
if (came) pca.setActiveAccount(came.account);
const account = () => pca.getActiveAccount() ?? pca.getAllAccounts()[0];
const ask = async (audience, request = {}) => {
  const { accessToken } = await pca.acquireTokenSilent({ scopes, account: account(), ...request });
  const answer = await fetch('/api/ask?audience=' + encodeURIComponent(audience), {
    headers: { Authorization: 'Bearer ' + accessToken },
  });
  const claims = /claims="([^"]+)"/.exec(answer.headers.get('WWW-Authenticate') ?? '')?.[1];
  return { status: answer.status, body: await answer.json(), claims: claims && atob(claims) };
};
window.portico = {
  signIn: (request) => void pca.loginRedirect({ scopes, ...request }),
  prove: (claims) => void pca.acquireTokenRedirect({ scopes, account: account(), claims }),
  signOut: () => void pca.logoutRedirect({ account: account() }),
  silently: async (loginHint) => (await pca.ssoSilent({ scopes, loginHint })).account.username,
  renew: async () => (await pca.acquireTokenSilent({ scopes, account: account(), forceRefresh: true })).fromCache,
  ask,
};
document.querySelector('h1').textContent = account()?.username ?? 'nobody';
document.body.dataset.ready = 'yes';
`;
const bridge = `
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
broadcastResponseToMainFrame().catch((error) => { document.title = error.errorCode ?? String(error); });
`;
const html = (script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Round trip</title></head><body><h1></h1><script type="module" src="/${script}.js"></script></body></html>`;

interface Bundler {
  build(config: object): Promise<unknown>;
}

/** Bundles the pages into a folder of their own, as the wizard's bundler does; answers the folder and how to remove it. */
export async function buildRoundTripPage(): Promise<{ folder: string; [Symbol.dispose](): void }> {
  const root = mkdtempSync(join(tmpdir(), 'portico-round-trip-'));
  const files = {
    'index.html': html('main'),
    'redirect.html': html('bridge'),
    'main.js': main,
    'bridge.js': bridge,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  // Bundler and library are the wizard's, not the API's.
  const wizard = createRequire(new URL('../../../../web/package.json', import.meta.url));
  const vite: Bundler = await import(pathToFileURL(wizard.resolve('vite')).href);
  const library = dirname(dirname(wizard.resolve('@azure/msal-browser')));
  await vite.build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: {
        '@azure/msal-browser/redirect-bridge': join(library, 'dist/redirect_bridge/index.mjs'),
        '@azure/msal-browser': join(library, 'dist/index.mjs'),
      },
    },
    build: {
      target: 'es2022',
      rollupOptions: { input: [join(root, 'index.html'), join(root, 'redirect.html')] },
    },
  });
  return {
    folder: join(root, 'dist'),
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
