import { plan } from '@portico/contract/plan';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../data/use-command.ts';
import { useRead } from '../data/use-read.ts';
import { useWorkspace } from '../data/workspace.ts';
import { NewRun } from '../parts/new-run.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { RunRows } from '../parts/run-rows.tsx';
import { paths } from '../paths.ts';
import { steps } from '../steps/index.ts';
import { AppLink, useGo } from '../ui/navigation.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Arrived } from './arrived.tsx';
import { PlainPage } from './plain-page.tsx';
import { useSignInWays } from './use-sign-in-ways.ts';

/** The set-ups of this tenant. With none yet, the page is the form that begins one. */
export function RunList() {
  const intl = useIntl();
  const go = useGo();
  const { api, drafts, intents } = useWorkspace();
  const draft = drafts('new-run');
  const list = useRead('runs', (signal) => api.listRuns({ signal }));
  const ways = useSignInWays();
  const create = useCommand(async (title: string) => {
    const intent = `create-run.${title}`;
    const { run } = await api.createRun({ body: { title, key: intents.keyOf(intent) } });
    intents.settle(intent);
    draft.drop();
    go(paths.step(run, plan.steps[0].id));
  });
  const title = intl.formatMessage({ id: 'web.runs', defaultMessage: 'Set-ups' });
  const runs = list.value?.runs;
  const problem = create.problem ?? (list.status === 'failed' ? list.problem : undefined);
  return (
    <PlainPage
      title={title}
      why={
        <FormattedMessage
          id="web.runs.why"
          defaultMessage="One set-up takes one customer from Supply Chain Management to a live portal."
        />
      }
    >
      <Arrived />
      {problem && (
        <ProblemPanel
          problem={problem}
          ways={ways}
          onRetry={list.status === 'failed' ? list.again : undefined}
        />
      )}
      {list.status === 'loading' && !runs && <Skeleton rows={4} />}
      {runs && runs.length > 0 && (
        <>
          <AppLink href={paths.updates}>
            <FormattedMessage id="web.runs.updates" defaultMessage="Updates across customers" />
          </AppLink>
          <RunRows
            runs={runs}
            stepTitle={(step) => intl.formatMessage(steps[step].title)}
            hrefOf={(run, step) => (step ? paths.step(run, step) : paths.run(run))}
          />
        </>
      )}
      {runs && (
        <NewRun
          first={runs.length === 0}
          busy={create.busy}
          draft={draft}
          onCreate={(name) => void create.run(name)}
        />
      )}
    </PlainPage>
  );
}
