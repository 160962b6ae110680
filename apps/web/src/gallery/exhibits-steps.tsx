import type { StepId } from '@portico/contract/plan';
import type { Choice } from '@portico/contract/routes';
import type { RunEvent } from '@portico/plan/event';
import { useIntl } from 'react-intl';
import { ApiProblem } from '../data/api-problem.ts';
import type { StepModel } from '../parts/step-model.ts';
import { steps } from '../steps/index.ts';
import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-events.ts';
import { modelOf, review } from './sample-model.ts';
import { found, minute, ok, runOf } from './sample-run.ts';

function Step({
  id,
  events,
  more = {},
}: {
  id: StepId;
  events: readonly RunEvent[];
  more?: Partial<StepModel>;
}) {
  const intl = useIntl();
  const { View } = steps[id];
  return <View model={modelOf(intl, id, runOf(...events), more)} />;
}

const choices: readonly Choice[] = [
  {
    value: sample.environment,
    label: 'Contoso Production',
    hint: 'https://contoso.crm4.dynamics.com/',
    fitness: 3,
    facts: { sku: 'Production', region: 'westeurope', finance: 'contoso.operations.dynamics.com' },
  },
  {
    value: 'b',
    label: 'Contoso Sandbox',
    hint: 'https://contoso-uat.crm4.dynamics.com/',
    fitness: 1,
    reason: { id: 'choices.environment.not-linked' },
    facts: { sku: 'Sandbox', region: 'westeurope' },
  },
  {
    value: 'c',
    label: 'Contoso (default)',
    hint: '',
    fitness: 0,
    reason: { id: 'choices.environment.kind', values: { sku: 'Default' } },
    facts: { sku: 'Default', region: 'westeurope' },
  },
];

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

const unknown: RunEvent = found('dual-write-linked', {
  state: 'unknown',
  says: { id: 'check.unknown' },
  problem: {
    code: 'token-refused',
    upstream: {
      status: 400,
      code: 'AADSTS65001',
      message: 'The user or administrator has not consented to use the application.',
      correlation: '8a1b-44',
    },
  },
});

export const stepExhibits: readonly Exhibit[] = [
  {
    id: 'environment-choose',
    title: 'Environment: choose',
    draw: () => <Step id="environment" events={[]} more={{ choices: { status: 'ready', value: choices } }} />,
  },
  {
    id: 'environment-loading',
    title: 'Environment: reading the list',
    draw: () => <Step id="environment" events={[]} more={{ choices: { status: 'loading' } }} />,
  },
  { id: 'environment-empty', title: 'Environment: none', draw: () => <Step id="environment" events={[]} /> },
  {
    id: 'environment-forbidden',
    title: 'Environment: consent missing',
    draw: () => (
      <Step
        id="environment"
        events={[]}
        more={{ choices: { status: 'failed', problem: new ApiProblem(403, { code: 'consent-missing' }) } }}
      />
    ),
  },
  {
    id: 'environment-done',
    title: 'Environment: completed',
    draw: () => (
      <Step
        id="environment"
        events={sample.environmentDone}
        more={{ choices: { status: 'ready', value: choices } }}
      />
    ),
  },
  { id: 'access-closed', title: 'Access: cannot start yet', draw: () => <Step id="access" events={[]} /> },
  {
    id: 'access-checking',
    title: 'Access: looking',
    draw: () => (
      <Step
        id="access"
        events={[
          ...sample.environmentDone,
          { type: 'check-started', check: 'system-administrator' },
          ok('site-creation-allowed', 'site-creation-allowed.ok'),
        ]}
      />
    ),
  },
  {
    id: 'access-blocked',
    title: 'Access: a problem with its remedy',
    draw: () => <Step id="access" events={[...sample.environmentDone, ...sample.accessBlocked]} />,
  },
  {
    id: 'licensing',
    title: 'Licensing',
    draw: () => <Step id="licensing" events={[...sample.environmentDone, ...sample.licences]} />,
  },
  {
    id: 'dual-write-unverified',
    title: 'Dual-write: can’t be verified',
    draw: () => (
      <Step
        id="dual-write"
        events={[...sample.environmentDone, ...sample.dualWriteDone.slice(0, 2), unknown]}
      />
    ),
  },
  {
    id: 'table-maps-decide',
    title: 'Table maps: decide',
    draw: () => (
      <Step
        id="table-maps"
        events={[...sample.environmentDone, ...sample.accessDone, ...sample.dualWriteDone]}
      />
    ),
  },
  {
    id: 'table-maps-found',
    title: 'Table maps: names, order, ambiguity',
    draw: () => (
      <Step
        id="table-maps"
        events={[
          ...sample.environmentDone,
          ...sample.accessDone,
          ...sample.dualWriteDone,
          sample.mapAnswers,
          ...sample.mapsFound,
        ]}
      />
    ),
  },
  {
    id: 'portal-site-decide',
    title: 'Portal site: name and address',
    draw: () => <Step id="portal-site" events={sample.beforeSite} />,
  },
  {
    id: 'portal-site-review',
    title: 'Portal site: review',
    draw: () => <Step id="portal-site" events={sample.siteReady} />,
  },
  {
    id: 'portal-site-watch',
    title: 'Portal site: under way',
    draw: () => (
      <Step
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, waiting('upstream', 7200)]}
      />
    ),
  },
  {
    id: 'portal-site-guided',
    title: 'Portal site: guided',
    draw: () => (
      <Step id="portal-site" events={[...sample.siteReady, start('guided'), waiting('person', 7200)]} />
    ),
  },
  {
    id: 'portal-site-late',
    title: 'Portal site: longer than usual',
    draw: () => (
      <Step
        id="portal-site"
        events={[...sample.siteReady, start('automatic'), asked, waiting('upstream', 60)]}
      />
    ),
  },
  {
    id: 'portal-site-failed',
    title: 'Portal site: failed with remedy',
    draw: () => (
      <Step
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
              upstream: {
                status: 409,
                code: 'WebsiteAlreadyExists',
                message: 'A website with this subdomain already exists.',
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
      <Step
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
      <Step
        id="report"
        events={[
          ...sample.siteReady,
          start('automatic'),
          { type: 'operation-finished', operation: 'o1', outcome: 'done' },
          ...sample.siteDone,
        ]}
      />
    ),
  },
  { id: 'report-empty', title: 'Report: nothing yet', draw: () => <Step id="report" events={[]} /> },
];
