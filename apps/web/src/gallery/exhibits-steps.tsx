import type { Choice } from '@portico/contract/routes';
import type { RunEvent } from '@portico/plan/event';
import { ApiProblem } from '../data/api-problem.ts';
import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-events.ts';
import { copying } from './sample-copying.ts';
import { applyReview, neverApplied, silentGateway } from './sample-dual-write.ts';
import * as mapsSample from './sample-maps.ts';
import * as laterSample from './sample-maps-later.ts';
import { ordersReady, ordersWrong } from './sample-orders.ts';
import { found, ok } from './sample-run.ts';
import { StepScreen } from './step-screen.tsx';

/** All that comes before the table maps is done. */
const beforeMaps = [...sample.environmentDone, ...sample.accessDone, ...sample.dualWriteDone];

const copyingNow = (left?: Parameters<typeof copying>[0]) => [
  ...beforeMaps,
  mapsSample.mapAnswers,
  ...mapsSample.mapsFound,
  ...copying(left),
];

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
    draw: () => (
      <StepScreen id="environment" events={[]} more={{ choices: { status: 'ready', value: choices } }} />
    ),
  },
  {
    id: 'environment-loading',
    title: 'Environment: reading the list',
    draw: () => <StepScreen id="environment" events={[]} more={{ choices: { status: 'loading' } }} />,
  },
  {
    id: 'environment-empty',
    title: 'Environment: none',
    draw: () => <StepScreen id="environment" events={[]} />,
  },
  {
    id: 'environment-forbidden',
    title: 'Environment: consent missing',
    draw: () => (
      <StepScreen
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
      <StepScreen
        id="environment"
        events={sample.environmentDone}
        more={{ choices: { status: 'ready', value: choices } }}
      />
    ),
  },
  {
    id: 'access-closed',
    title: 'Access: cannot start yet',
    draw: () => <StepScreen id="access" events={[]} />,
  },
  {
    id: 'access-checking',
    title: 'Access: looking',
    draw: () => (
      <StepScreen
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
    draw: () => <StepScreen id="access" events={[...sample.environmentDone, ...sample.accessBlocked]} />,
  },
  {
    id: 'access-all-yours',
    title: 'Access: all yours',
    draw: () => <StepScreen id="access" events={[...sample.environmentDone, ...sample.accessDone]} />,
  },
  {
    id: 'access-guest',
    title: 'Access: a guest, of whom not all could be read',
    draw: () => <StepScreen id="access" events={[...sample.environmentDone, ...sample.accessOfGuest]} />,
  },
  {
    id: 'licensing',
    title: 'Licensing',
    draw: () => <StepScreen id="licensing" events={[...sample.environmentDone, ...sample.licences]} />,
  },
  {
    id: 'dual-write-unverified',
    title: 'Dual-write: can’t be verified',
    draw: () => (
      <StepScreen
        id="dual-write"
        events={[...sample.environmentDone, ...sample.dualWriteDone.slice(0, 2), unknown]}
      />
    ),
  },
  {
    id: 'dual-write-done',
    title: 'Dual-write: completed, the gateway’s address folded away',
    draw: () => <StepScreen id="dual-write" events={[...sample.environmentDone, ...sample.dualWriteDone]} />,
  },
  {
    id: 'dual-write-gateway',
    title: 'Dual-write: no gateway answers at the address that was put together',
    draw: () => (
      <StepScreen
        id="dual-write"
        events={[...sample.environmentDone, ...sample.dualWriteDone, silentGateway]}
      />
    ),
  },
  {
    id: 'dual-write-apply',
    title: 'Dual-write: solutions that were never applied',
    draw: () => (
      <StepScreen
        id="dual-write"
        events={[...sample.environmentDone, ...sample.dualWriteDone, neverApplied]}
        more={{ action: 'apply-map-solutions', review: { status: 'ready', value: applyReview } }}
      />
    ),
  },
  {
    id: 'table-maps-decide',
    title: 'Table maps: decide',
    draw: () => <StepScreen id="table-maps" events={beforeMaps} />,
  },
  {
    id: 'table-maps-found',
    title: 'Table maps: names, order, ambiguity',
    draw: () => (
      <StepScreen id="table-maps" events={[...beforeMaps, mapsSample.mapAnswers, ...mapsSample.mapsFound]} />
    ),
  },
  {
    id: 'table-maps-forecast',
    title: 'Table maps: too many rows, and Dataverse wins',
    draw: () => <StepScreen id="table-maps" events={[...beforeMaps, ...mapsSample.mapsCounted]} />,
  },
  {
    id: 'table-maps-done',
    title: 'Table maps: all run, and what can be done with them',
    draw: () => <StepScreen id="table-maps" events={[...beforeMaps, ...laterSample.mapsDone]} />,
  },
  {
    id: 'table-maps-paused',
    title: 'Table maps: paused',
    draw: () => <StepScreen id="table-maps" events={[...beforeMaps, ...laterSample.mapsPaused]} />,
  },
  {
    id: 'table-maps-pause',
    title: 'Table maps: what pausing changes',
    draw: () => (
      <StepScreen
        id="table-maps"
        events={[...beforeMaps, ...laterSample.mapsDone]}
        more={{
          later: {
            asked: 'pause-maps',
            ask: () => undefined,
            review: { status: 'ready', value: laterSample.pauseReview },
            start: { run: () => undefined, busy: false, problem: undefined },
          },
        }}
      />
    ),
  },
  {
    id: 'table-maps-copying',
    title: 'Table maps: rows are copied, and how long it may still take',
    draw: () => <StepScreen id="table-maps" events={copyingNow({ atLeast: 12_000, atMost: 31_000 })} />,
  },
  {
    id: 'table-maps-copying-at-most',
    title: 'Table maps: rows are copied, and it may end any moment',
    draw: () => <StepScreen id="table-maps" events={copyingNow({ atLeast: 0, atMost: 9_000 })} />,
  },
  {
    id: 'table-maps-copying-longer',
    title: 'Table maps: copying takes longer than was reckoned',
    draw: () => <StepScreen id="table-maps" events={copyingNow({ atLeast: 0, atMost: 1 })} />,
  },
  {
    id: 'table-maps-copying-unknown',
    title: 'Table maps: rows are copied, and nobody knows how many there are',
    draw: () => <StepScreen id="table-maps" events={copyingNow()} />,
  },
  {
    id: 'order-readiness-wrong',
    title: 'Order readiness: problems, what can’t be verified, and what is worth knowing',
    draw: () => <StepScreen id="order-readiness" events={[...sample.environmentDone, ...ordersWrong]} />,
  },
  {
    id: 'order-readiness-done',
    title: 'Order readiness: completed',
    draw: () => <StepScreen id="order-readiness" events={[...sample.environmentDone, ...ordersReady]} />,
  },
];
