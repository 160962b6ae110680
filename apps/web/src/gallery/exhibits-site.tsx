import type { RunEvent } from '@portico/plan/event';
import type { Exhibit } from './exhibit.ts';
import { handed, handedOn } from './sample-hand-over.ts';
import * as sample from './sample-events.ts';
import { copiedAll, copiedByHand } from './sample-copying.ts';
import { review } from './sample-model.ts';
import { minute } from './sample-run.ts';
import { StepScreen } from './step-screen.tsx';

const start = (driver: 'automatic' | 'guided'): RunEvent => ({
  type: 'operation-started',
  operation: 'o1',
  action: 'provision-site',
  driver,
  changes: review.changes,
  key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c11',
  ...(driver === 'guided' ? { guide: review.drivers.guided.guide } : {}),
});
const asked: RunEvent = { type: 'operation-said', operation: 'o1', says: { id: 'provision-site.asked' } };
const later = () => new Date(Date.now() + 45_000).toISOString();
const waiting = (kind: 'upstream' | 'person', usually: number): RunEvent => ({
  type: 'operation-waiting',
  operation: 'o1',
  for: kind,
  says:
    kind === 'person'
      ? { id: 'provision-site.watching', values: { subdomain: 'contoso-orders' } }
      : { id: 'provision-site.creating' },
  next: later(),
  usually,
});

const needsSignIn = (code: string): RunEvent => ({
  type: 'operation-waiting',
  operation: 'o1',
  for: 'sign-in',
  says: { id: 'operation.needs-sign-in' },
  problem: { code },
});

export const siteExhibits: readonly Exhibit[] = [
  {
    id: 'portal-site-decide',
    title: 'Portal site: name and address',
    draw: () => <StepScreen id="portal-site" events={sample.beforeSite} />,
  },
  {
    id: 'portal-site-there',
    title: 'Portal site: there is one already',
    draw: () => <StepScreen id="portal-site" events={sample.siteElsewhere} />,
  },
  {
    id: 'portal-site-former',
    title: 'Portal site: pages of a former one',
    draw: () => <StepScreen id="portal-site" events={sample.formerSite} />,
  },
  {
    id: 'portal-site-review',
    title: 'Portal site: review',
    draw: () => <StepScreen id="portal-site" events={sample.siteReady} />,
  },
  {
    id: 'portal-site-watch',
    title: 'Portal site: under way',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, waiting('upstream', 7200)]}
      />
    ),
  },
  {
    id: 'portal-site-guided',
    title: 'Portal site: guided',
    draw: () => (
      <StepScreen id="portal-site" events={[...sample.siteReady, start('guided'), waiting('person', 7200)]} />
    ),
  },
  {
    id: 'portal-site-handed',
    title: 'Portal site: guided, and handed over',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[...sample.siteReady, start('guided'), waiting('person', 7200), ...handedOn('o1')]}
      />
    ),
  },
  {
    id: 'portal-site-late',
    title: 'Portal site: longer than usual',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, waiting('upstream', 60)]}
      />
    ),
  },
  {
    id: 'portal-site-sign-in',
    title: 'Portal site: needs sign-in',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, needsSignIn('needs-step-up')]}
      />
    ),
  },
  {
    id: 'portal-site-sign-in-other',
    title: 'Portal site: needs somebody else’s sign-in',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, needsSignIn('needs-sign-in')]}
        more={{ me: 'u2' }}
      />
    ),
  },
  {
    id: 'portal-site-failed',
    title: 'Portal site: failed with remedy',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[
          ...sample.siteReady,
          start('automatic'),
          {
            type: 'operation-finished',
            operation: 'o1',
            outcome: 'failed',
            problem: {
              code: 'upstream-refused',
              values: { cause: 'site-error.address-taken' },
              upstream: {
                status: 400,
                code: 'A033',
                message: 'A website with the given subdomain already exists.',
                correlation: minute(1),
              },
            },
            left: { id: 'provision-site.left' },
          },
        ]}
      />
    ),
  },
  {
    id: 'portal-site-done',
    title: 'Portal site: proof',
    draw: () => (
      <StepScreen
        id="portal-site"
        events={[
          ...sample.siteReady,
          start('automatic'),
          { type: 'operation-finished', operation: 'o1', outcome: 'done' },
          ...sample.siteDone,
        ]}
      />
    ),
  },
  {
    id: 'report',
    title: 'Report',
    draw: () => (
      <StepScreen
        id="report"
        events={[
          ...copiedAll,
          ...sample.siteReady,
          start('automatic'),
          { type: 'operation-finished', operation: 'o1', outcome: 'done' },
          ...sample.siteDone,
          ...handed('used'),
        ]}
      />
    ),
  },
  {
    id: 'report-by-hand',
    title: 'Report: a person started the maps',
    draw: () => <StepScreen id="report" events={copiedByHand} />,
  },
  { id: 'report-empty', title: 'Report: nothing yet', draw: () => <StepScreen id="report" events={[]} /> },
];
