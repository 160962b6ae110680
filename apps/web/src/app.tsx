import type { PublicConfig } from '@portico/contract/public-config';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { SessionStore } from './data/session.ts';
import { startSession } from './data/session.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Frame } from './shell/frame.tsx';
import { PlainProblem } from './shell/plain-problem.tsx';
import { SignIn } from './shell/sign-in.tsx';
import { Skeleton } from './ui/skeleton.tsx';

const load = () => import('./shell/workspace-app.tsx');
const WorkspaceApp = lazy(load);

/** Which of the two halves is shown: the sign-in page, or everything behind it. */
export function App({ session }: { readonly session: SessionStore }) {
  const now = useStore(session);
  const config = now.config;
  return (
    <ErrorBoundary>
      {now.status === 'signed-in' ? (
        <Suspense fallback={<Waiting config={config} />}>
          <WorkspaceApp config={now.config} auth={now.auth} />
        </Suspense>
      ) : now.status === 'starting' && now.returning ? (
        <Waiting config={config} />
      ) : (
        <Frame config={config}>
          {now.status === 'failed' ? (
            <PlainProblem onRetry={() => void startSession(session)} />
          ) : (
            <SignIn auth={now.status === 'signed-out' ? now.auth : undefined} config={config} />
          )}
        </Frame>
      )}
    </ErrorBoundary>
  );
}

function Waiting({ config }: { readonly config: PublicConfig | undefined }) {
  return (
    <Frame config={config}>
      <Skeleton rows={5} />
    </Frame>
  );
}

/** Fetched beside the sign-in library when somebody is on the way back, so that neither waits for the other. */
export const preloadWorkspace = () => void load().catch(() => undefined);
