import { plan } from '@portico/contract/plan';
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import { Hub } from './hub.tsx';
import { NotFound } from './not-found.tsx';
import { RunLayout } from './run-layout.tsx';
import { RunList } from './run-list.tsx';
import { StepRoute } from './step-route.tsx';

const root = createRootRoute({
  component: () => (
    <ErrorBoundary>
      <Outlet />
    </ErrorBoundary>
  ),
  notFoundComponent: NotFound,
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: RunList });

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
    routeTree: root.addChildren([home, run.addChildren([hub, step])]),
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
