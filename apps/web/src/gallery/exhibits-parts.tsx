import { makeStyles, tokens } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import { whereWeStand } from '../data/gates.ts';
import { Activity } from '../parts/activity.tsx';
import { ApiProblem } from '../data/api-problem.ts';
import type { Arrival } from '../data/arrival.ts';
import ArrivalNote from '../parts/arrival-note.tsx';
import { ConnectionNote } from '../parts/connection-note.tsx';
import { FinishingList } from '../parts/finishing-list.tsx';
import { EnvironmentPair } from '../parts/environment-pair.tsx';
import { MapTable } from '../parts/map-table.tsx';
import { NewRun } from '../parts/new-run.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Repairs } from '../parts/repairs.tsx';
import { TakingBack } from '../parts/taking-back.tsx';
import { liveTrial, rotten } from './sample-go-live.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Rail } from '../parts/rail.tsx';
import { DriverChoice } from '../parts/driver-choice.tsx';
import { RunRows } from '../parts/run-rows.tsx';
import { Standing } from '../parts/standing.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { Frame } from '../shell/frame.tsx';
import { SignIn } from '../shell/sign-in.tsx';
import { outlineOf } from '../shell/use-outline.ts';
import { steps } from '../steps/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { RunEvent } from '@portico/plan/event';
import type { Exhibit } from './exhibit.ts';
import { handed } from './sample-hand-over.ts';
import * as sample from './sample-events.ts';
import * as mapsSample from './sample-maps.ts';
import { failedMaps, unknownError } from './sample-map-errors.ts';
import { config, modelOf, noDraft, review, ways } from './sample-model.ts';
import { runOf } from './sample-run.ts';

const busy = [...sample.environmentDone, ...sample.accessBlocked, ...sample.licences];

function WholePage() {
  const intl = useIntl();
  const run = runOf(...busy);
  const { View } = steps.access;
  return (
    <Frame
      config={config}
      place="Contoso · Contoso Production ⇄ contoso.operations.dynamics.com"
      rail={<Rail outline={outlineOf(intl, 'sample', run.state)} current="access" />}
      side={<Activity events={run.events} stepTitle={(id) => id} onDownload={() => undefined} />}
    >
      <View model={modelOf(intl, 'access', run)} />
    </Frame>
  );
}

const useStyles = makeStyles({ hub: { display: 'grid', gap: tokens.spacingVerticalXXL } });

function Hub({ events = busy }: { readonly events?: readonly RunEvent[] }) {
  const intl = useIntl();
  const styles = useStyles();
  const { state } = runOf(...events);
  return (
    <div className={styles.hub}>
      <PageHeading
        title={state.title}
        why={
          <Standing state={state} progress={whereWeStand(state).progress} stepTitle={(id) => id} me="u1" />
        }
      />
      <Repairs
        state={state}
        stepTitle={(id) => intl.formatMessage(steps[id as keyof typeof steps].title)}
        hrefOf={() => '#'}
        looking={false}
      />
      <FinishingList state={state} stepTitle={(id) => intl.formatMessage(steps[id].title)} />
      <TaskList outline={outlineOf(intl, 'sample', state)} />
      <TakingBack />
    </div>
  );
}

const who = { id: 'u', tenant: 't', name: 'Mona Berg' };
const rows = [
  {
    id: '1',
    title: 'Contoso',
    createdAt: new Date().toISOString(),
    createdBy: who,
    done: 3,
    total: 7,
    next: 'access' as const,
  },
  {
    id: '2',
    title:
      'A customer with a name as long as names of holdings in some countries are, and then some more Aktiengesellschaft',
    createdAt: '2026-03-04T09:12:00Z',
    createdBy: who,
    done: 7,
    total: 7,
  },
];
const many = Array.from({ length: 60 }, (_, index) => ({
  id: `many-${index}`,
  title: `Customer ${index + 1}`,
  createdAt: '2026-03-04T09:12:00Z',
  createdBy: who,
  done: index % 7,
  total: 7,
}));
const problem = (code: string, status: number, more = {}) => (
  <ProblemPanel problem={new ApiProblem(status, { code, ...more })} onRetry={() => undefined} ways={ways} />
);

const turnedAway = new ApiProblem(401, {
  code: 'access-blocked',
  upstream: {
    status: 0,
    code: 'AADSTS53003',
    message: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
    correlation: '330e05c0-81cc-4c86-b939-6d993f88a61f',
  },
});
const arrived = (arrival: Arrival) => <ArrivalNote arrival={arrival} consentLink={ways.consentLink} />;

export const partExhibits: readonly Exhibit[] = [
  { id: 'page', title: 'A whole page', whole: true, draw: () => <WholePage /> },
  {
    id: 'sign-in',
    title: 'Sign-in',
    whole: true,
    draw: () => (
      <Frame config={config}>
        <SignIn auth={undefined} />
      </Frame>
    ),
  },
  {
    id: 'sign-in-refused',
    title: 'Sign-in: turned away',
    draw: () => arrived({ signedIn: false, consented: false, refused: turnedAway }),
  },
  {
    id: 'consented',
    title: 'Sign-in: consent was given',
    draw: () => arrived({ signedIn: false, consented: true }),
  },
  { id: 'hub', title: 'Hub', draw: () => <Hub /> },
  {
    id: 'hub-handed',
    title: 'Hub: somebody else was asked',
    draw: () => <Hub events={[...busy, ...handed('opened')]} />,
  },
  {
    id: 'hub-live',
    title: 'Hub: live, a trial with time',
    draw: () => <Hub events={liveTrial} />,
  },
  {
    id: 'hub-repairs',
    title: 'Hub: something rots',
    draw: () => <Hub events={rotten} />,
  },
  {
    id: 'runs',
    title: 'Set-ups',
    draw: () => <RunRows runs={rows} stepTitle={(id) => id} hrefOf={() => '#'} />,
  },
  {
    id: 'runs-many',
    title: 'Set-ups: more than are drawn',
    draw: () => <RunRows runs={many} stepTitle={(id) => id} hrefOf={() => '#'} />,
  },
  {
    id: 'runs-empty',
    title: 'Set-ups: none',
    draw: () => <NewRun first busy={false} draft={noDraft} onCreate={() => undefined} />,
  },
  { id: 'loading', title: 'Loading', draw: () => <Skeleton rows={4} /> },
  { id: 'offline', title: 'Offline', draw: () => <ConnectionNote connection="offline" /> },
  { id: 'polling', title: 'Polling', draw: () => <ConnectionNote connection="polling" /> },
  {
    id: 'pair-disagrees',
    title: 'Pair: the sides disagree',
    draw: () => <EnvironmentPair {...sample.pair} platformSays="https://other.operations.dynamics.com" />,
  },
  {
    id: 'pair-one-sided',
    title: 'Pair: one side is silent',
    draw: () => (
      <EnvironmentPair environment={sample.pair.environment} dataverseSays={sample.pair.dataverseSays} />
    ),
  },
  {
    id: 'map-table',
    title: 'Maps in running order, with companies',
    draw: () => <MapTable order={[]} states={mapsSample.mapStates} />,
  },
  {
    id: 'map-errors',
    title: 'Maps that failed: causes, what helps, rows, and one that nobody knows',
    draw: () => <MapTable order={[]} states={failedMaps} />,
  },
  {
    id: 'map-errors-unknown',
    title: 'A map that failed in words that no list has',
    draw: () => <MapTable order={[]} states={unknownError} />,
  },
  {
    id: 'driver-refused',
    title: 'Drivers: automatic not available',
    draw: () => (
      <DriverChoice
        drivers={{ ...review.drivers, automatic: { available: false, problem: { code: 'token-refused' } } }}
        chosen="guided"
        onChoose={() => undefined}
      />
    ),
  },
  { id: 'problem-offline', title: 'Problem: offline', draw: () => problem('offline', 0) },
  { id: 'problem-sign-in', title: 'Problem: session ended', draw: () => problem('needs-sign-in', 401) },
  { id: 'problem-tenant', title: 'Problem: another tenant', draw: () => problem('wrong-tenant', 403) },
  {
    id: 'problem-consent',
    title: 'Problem: consent missing',
    draw: () =>
      problem('consent-missing', 403, {
        values: {
          service: 'Power Platform API',
          scopes: 'PowerPages.Websites.Read, PowerPages.Websites.Write, Licensing.Allocations.Read',
          link: 'https://login.microsoftonline.com/0f1e/v2.0/adminconsent?client_id=5c7b1d0a&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default',
        },
      }),
  },
  { id: 'problem-proof', title: 'Problem: extra proof', draw: () => problem('needs-step-up', 401) },
  { id: 'problem-rights', title: 'Problem: rights missing', draw: () => problem('rights-missing', 403) },
  {
    id: 'problem-throttled',
    title: 'Problem: throttled',
    draw: () => problem('upstream-throttled', 503, { retryAfter: 30 }),
  },
  {
    id: 'problem-map-failed',
    title: 'Problem: a map failed for a known cause',
    draw: () =>
      problem('action-failed', 502, {
        values: {
          map: 'accounts - Customers V3',
          cause: 'playbook.solution-version',
          solution: 'Dynamics365Company',
          version: '2.0.1.4',
          required: '2.0.133',
        },
        upstream: {
          status: 200,
          message:
            "Dynamics 365 for Sales solution 'Dynamics365Company' has version mismatch. Version: '2.0.1.4' Required version: '2.0.133'",
          correlation: '7d2f4c1e-5b0a-4b7e-9a63-0f6c1f0f2b11',
        },
      }),
  },
  { id: 'problem-bug', title: 'Problem: bug', draw: () => problem('bug', 500, { reference: 'req-7f3a' }) },
];
