import { type ReactNode, useCallback, useDeferredValue, useEffect } from 'react';
import { useLocation } from '@tanstack/react-router';
import { useStore } from 'zustand';
import { saveFile } from '../data/save-file.ts';
import { supportBundle } from '../data/support-bundle.ts';
import { useWorkspace } from '../data/workspace.ts';
import { Activity } from '../parts/activity.tsx';
import { ConnectionNote } from '../parts/connection-note.tsx';
import { plan } from '@portico/contract/plan';
import type { Envelope } from '@portico/plan/event';
import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Rail } from '../parts/rail.tsx';
import { StepHelp } from '../parts/step-help.tsx';
import { steps } from '../steps/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Arrived } from './arrived.tsx';
import { Frame } from './frame.tsx';
import { Help } from './help.tsx';
import { NoSuchRun } from './no-such-run.tsx';
import { PersonMenu } from './person-menu.tsx';
import { placeWords } from './place-words.ts';
import { RunProvider } from './run-context.ts';
import { useAnnounceEvents } from './use-announce-events.ts';
import { useSignInWays } from './use-sign-in-ways.ts';
import { useOutline } from './use-outline.ts';
import { useStepTitle } from './use-step-title.ts';

interface Props {
  readonly run: string;
  readonly children: ReactNode;
}

const none: readonly Envelope[] = [];

/** A run's pages: connected to its events, with the journey left and what is happening right. */
export function RunLayout({ run, children }: Props) {
  const { config, auth, runOf } = useWorkspace();
  const connection = runOf(run);
  const { state, events } = useStore(connection.store);
  // The page first, then its hundred lines of what happened.
  const told = useDeferredValue(events, none);
  const { connection: quality, loaded, problem } = useStore(connection.line);
  const outline = useOutline(run, state);
  const current = useLocation({ select: ({ pathname }) => pathname.split('/')[3] });
  const step = plan.steps.find(({ id }) => id === current);
  const intl = useIntl();
  const ways = useSignInWays(run);
  useAnnounceEvents(connection);
  useEffect(() => {
    const stop = new AbortController();
    void connection.start(stop.signal);
    return () => stop.abort();
  }, [connection]);
  const stepTitle = useStepTitle();
  const download = useCallback(
    () =>
      saveFile(
        `portico-events-${run}.json`,
        new Blob([JSON.stringify(connection.store.getState().events, null, 2)], { type: 'application/json' }),
      ),
    [run, connection],
  );
  const bar = (
    <>
      <Help version={config.version} bundle={() => supportBundle(run, state, config, new Date())}>
        {step && (
          <StepHelp
            step={step}
            title={intl.formatMessage(steps[step.id].title)}
            why={intl.formatMessage(steps[step.id].why)}
            state={state}
          />
        )}
      </Help>
      <PersonMenu auth={auth} />
    </>
  );
  if (problem?.code === 'not-found' && !loaded)
    return (
      <Frame config={config} bar={bar}>
        <NoSuchRun />
      </Frame>
    );
  return (
    <Frame
      config={config}
      place={placeWords(state)}
      bar={bar}
      notice={!problem && <ConnectionNote connection={quality} />}
      rail={<Rail outline={outline} current={current} />}
      side={<Activity events={told} stepTitle={stepTitle} onDownload={download} />}
    >
      <Arrived />
      {problem && !loaded && (
        <PageHeading
          title={<FormattedMessage id="web.run.closed" defaultMessage="This set-up can’t be shown" />}
        />
      )}
      {problem && <ProblemPanel problem={problem} ways={ways} onRetry={() => window.location.reload()} />}
      {loaded ? <RunProvider value={connection}>{children}</RunProvider> : !problem && <Skeleton rows={8} />}
    </Frame>
  );
}
