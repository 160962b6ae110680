import type { PublicConfig } from '@portico/contract/public-config';
import { ApiProblem, offline } from './api-problem.ts';

/** What the API wrote into this page, so that the first screen is whole at once; a development server writes nothing. */
export function configOfPage(): PublicConfig | undefined {
  const written = document.querySelector<HTMLMetaElement>('meta[name="portico-config"]')?.content ?? '';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own API's, by the same contract
  return written.startsWith('{') ? (JSON.parse(written) as PublicConfig) : undefined;
}

/**
 * What the browser must know before anybody signs in. Read without the typed client on purpose: the client
 * brings the schemas of the whole API, and the sign-in page doesn't wait for them.
 */
export async function readConfig(): Promise<PublicConfig> {
  return configOfPage() ?? askForConfig();
}

/** The same as it is now: a page may be old. */
export async function askForConfig(): Promise<PublicConfig> {
  const response = await fetch('/api/config', { headers: { Accept: 'application/json' } }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw response.status >= 502 ? offline() : new ApiProblem(response.status, {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own API's, by the same contract
  const config = (await response.json()) as PublicConfig;
  if (!config.signIn?.clientId || !config.cloud) throw new ApiProblem(response.status, { code: 'bug' });
  return config;
}
