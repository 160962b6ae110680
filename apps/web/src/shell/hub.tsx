import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { plan } from '@portico/contract/plan';
import { FormattedMessage } from 'react-intl';
import { whereWeStand } from '../data/gates.ts';
import { FinishingList } from '../parts/finishing-list.tsx';
import { useRunCommands } from '../data/use-run-commands.ts';
import { useWorkspace } from '../data/workspace.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Repairs } from '../parts/repairs.tsx';
import { Standing } from '../parts/standing.tsx';
import { TakingBack } from '../parts/taking-back.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { paths } from '../paths.ts';
import { useGo } from '../ui/navigation.tsx';
import { useRun, useRunState } from './run-context.ts';
import { useHealth } from './use-health.ts';
import { useOutline } from './use-outline.ts';
import { usePage } from './use-page.ts';
import { useStepTitle } from './use-step-title.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXL, paddingBottom: tokens.spacingVerticalXXXL },
  next: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  line: { ...typographyStyles.body2, margin: 0 },
});

/** Where we stand in one sentence, the next thing as the only primary button, then all steps. */
export function Hub() {
  const styles = useStyles();
  const go = useGo();
  const { run, store } = useRun();
  const { auth } = useWorkspace();
  const state = useRunState();
  const { progress } = whereWeStand(state);
  const { check } = useRunCommands(run, () => store.getState().state);
  const looking = useHealth(run, state, check);
  const outline = useOutline(run, state);
  const next = plan.steps.find(({ id }) => id === progress.next);
  // Who decided something has begun, whatever the checks said of it.
  const begun = progress.done > 0 || Object.keys(state.answers).length > 0;
  const title = useStepTitle();
  usePage(state.title);
  return (
    <div className={styles.root}>
      <PageHeading
        title={state.title}
        why={<Standing state={state} progress={progress} stepTitle={title} me={auth.account?.user ?? ''} />}
      />
      <Repairs state={state} stepTitle={title} hrefOf={(step) => paths.step(run, step)} looking={looking} />
      <div className={styles.next}>
        {next ? (
          <Button appearance="primary" size="large" onClick={() => go(paths.step(run, next.id))}>
            {begun ? (
              <FormattedMessage
                id="web.hub.continue"
                defaultMessage="Continue: {step}"
                values={{ step: title(next.id) }}
              />
            ) : (
              <FormattedMessage
                id="web.hub.begin"
                defaultMessage="Begin: {step}"
                values={{ step: title(next.id) }}
              />
            )}
          </Button>
        ) : (
          <Button appearance="primary" size="large" onClick={() => go(paths.step(run, 'report'))}>
            <FormattedMessage id="web.hub.report" defaultMessage="Read the report" />
          </Button>
        )}
      </div>
      {/* Of what is all done nobody asks any more who can do it. */}
      {next && <FinishingList state={state} stepTitle={title} />}
      <TaskList outline={outline} />
      <TakingBack />
    </div>
  );
}
