import { plan } from '@portico/contract/plan';
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { paths } from '../paths.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Hub } from './hub.tsx';
import { NotFound } from './not-found.tsx';
import { RunLayout } from './run-layout.tsx';
import { RunList } from './run-list.tsx';
import { StepRoute } from './step-route.tsx';

// Opened when a new template is out: it comes when somebody wants it.
const Updates = lazy(async () => ({ default: (await import('./updates.tsx')).Updates }));

const root = createRootRoute({
  component: () => (
    <ErrorBoundary>
      <Outlet />
    </ErrorBoundary>
  ),
  notFoundComponent: NotFound,
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: RunList });

const updates = createRoute({
  getParentRoute: () => root,
  path: paths.updates,
  component: () => (
    <Suspense>
      <Updates />
    </Suspense>
  ),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$run',
  component: function Run() {
    const { run: id } = run.useParams();
    return (
      <RunLayout key={id} run={id}>
        <Outlet />
      </RunLayout>
    );
  },
});

const hub = createRoute({ getParentRoute: () => run, path: '/', component: Hub });

const step = createRoute({
  getParentRoute: () => run,
  path: '/$step',
  component: function Step() {
    const params = step.useParams();
    const found = plan.steps.find(({ id }) => id === params.step);
    return found ? <StepRoute key={found.id} step={found} /> : <NotFound />;
  },
});

export const createAppRouter = () =>
  createRouter({
    routeTree: root.addChildren([home, updates, run.addChildren([hub, step])]),
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
