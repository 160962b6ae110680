import type { PublicConfig } from '@portico/contract/public-config';
import { createContext, useContext } from 'react';
import { type Api, createApi } from './api.ts';
import type { AuthClient } from './auth.ts';
import { connectRun, type RunConnection } from './run-connection.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createIntents, type Intents } from './intent.ts';

/** Everything that lives as long as somebody is signed in. */
export interface Workspace {
  readonly config: PublicConfig;
  readonly auth: AuthClient;
  readonly api: Api;
  readonly intents: Intents;
  readonly drafts: Drafts;
  /** The path at which this page was loaded. */
  readonly arrivedAt: string;
  /** The same connection for the same run, so that going from step to step doesn't read it again. */
  readonly runOf: (run: string) => RunConnection;
}

export function createWorkspace(config: PublicConfig, auth: AuthClient): Workspace {
  const api = createApi(auth);
  const runs = new Map<string, RunConnection>();
  return {
    config,
    auth,
    api,
    intents: createIntents(window.localStorage, () => crypto.randomUUID()),
    drafts: createDrafts(window.sessionStorage, auth.account?.user ?? ''),
    arrivedAt: window.location.pathname,
    runOf: (run) => {
      const connection = runs.get(run) ?? connectRun(api, auth, run);
      runs.set(run, connection);
      return connection;
    },
  };
}

const context = createContext<Workspace | undefined>(undefined);
export const WorkspaceProvider = context.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(context);
  if (!workspace) throw new Error('This part is drawn outside the workspace.');
  return workspace;
}
