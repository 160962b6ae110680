import { makeStyles } from '@fluentui/react-components';
import { answers } from '@portico/contract/answers';
import { passes } from '@portico/plan/finding';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { z } from 'zod';
import { useDraft } from '../../data/use-draft.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { StepModel } from '../step-model.ts';
import { StepPage } from '../step-page.tsx';
import { writesIn } from './counts.ts';
import { Overview } from './overview.tsx';
import { queueOf } from './queue.ts';
import { RecordPage } from './record-page.tsx';
import { TemplateForm, type TemplateDraft } from './template-form.tsx';

const useStyles = makeStyles({
  here: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  // Not taken away: who comes back finds the list where they left it.
  away: { display: 'none' },
});

const schema = answers.update;
/** Unfinished, so the schema of the answers can't judge it. */
const draftShape = z.object({ environment: z.string().optional(), website: z.string().optional() });
const asDraft = (kept: unknown): TemplateDraft | undefined => draftShape.safeParse(kept).data;

/** Choosing the template, what it comes to, and one record of it at a time. */
export default function UpdatePage({ model }: { readonly model: StepModel }) {
  const styles = useStyles();
  const { state, update, choices, ways } = model;
  const kept = schema.safeParse(state.answers['update']).data?.template;
  const [edited, edit] = useDraft(model.draft, asDraft);
  const draft: TemplateDraft = edited ?? kept ?? {};
  const checked = schema.safeParse({ template: draft });
  const { lookIn } = update;
  useEffect(() => {
    if (draft.environment) lookIn(draft.environment);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `lookIn` is new each time; only the environment counts
  }, [draft.environment]);
  const overview = update.overview.value;
  const queue = useQueue(overview);
  useLookWhenDecided(model);
  const open = update.compared && overview ? update.record : undefined;
  const left = useRef<string>(undefined);
  useEffect(() => {
    const row = left.current && document.querySelector<HTMLElement>(`[data-record="${left.current}"] a`);
    if (!open && row) row.focus();
    left.current = open;
  }, [open]);
  const applied = passes(state.checks['update-applied']?.finding);
  return (
    <>
      <div className={open ? styles.away : styles.here}>
        <StepPage
          model={model}
          decision={{
            form: (
              <TemplateForm
                draft={draft}
                environments={choices}
                sites={update.sites}
                signIn={ways}
                onChange={edit}
              />
            ),
            label: (
              <FormattedMessage id="web.update.compare" defaultMessage="Compare with this reference site" />
            ),
            changed: kept === undefined || JSON.stringify(draft) !== JSON.stringify(kept),
            missing: checked.success ? undefined : (
              <FormattedMessage
                id="web.update.missing"
                defaultMessage="Choose the environment, then the reference site in it. Comparing changes nothing."
              />
            ),
            body: () => checked.data,
          }}
          above={
            update.compared && (
              <>
                {update.overview.status === 'failed' && (
                  <ProblemPanel
                    problem={update.overview.problem}
                    ways={ways}
                    onRetry={update.overview.again}
                  />
                )}
                {update.overview.status === 'loading' && !overview && <Skeleton rows={8} />}
                {overview && <Overview model={model} overview={overview} queue={queue} />}
              </>
            )
          }
          actionLabel={
            <FormattedMessage
              id="web.update.apply"
              defaultMessage="Apply: write {n, plural, one {# record} other {# records}} to the site"
              values={{ n: overview ? writesIn(overview) : 0 }}
            />
          }
          proof={
            <p>
              <FormattedMessage
                id="web.update.next-time"
                defaultMessage="When Microsoft brings the next template, open “What was decided and checked” below and choose a reference site that was made from it."
              />
            </p>
          }
          later={applied ? ['roll-back'] : []}
          laterWords={{
            title: <FormattedMessage id="web.update.later" defaultMessage="Take the update back" />,
            lead: (
              <FormattedMessage
                id="web.update.later.lead"
                defaultMessage="Every record that was written gets back what it held before. You see what exactly will change before anything does."
              />
            ),
          }}
        />
      </div>
      {open && overview && (
        <RecordPage update={update} overview={overview} record={open} signIn={ways} queue={queue} />
      )}
    </>
  );
}

/** What needed somebody since they came here. */
function useQueue(overview: StepModel['update']['overview']['value']): readonly string[] {
  const [queue, setQueue] = useState<readonly string[]>([]);
  const now = overview ? queueOf(queue, overview) : queue;
  if (now !== queue) setQueue(now);
  return now;
}

/** Once the last thing is decided, or one is taken back, the check that says so looks by itself. */
function useLookWhenDecided({ state, check, update }: StepModel): void {
  const { value, status } = update.overview;
  const said = state.checks['update-decided'];
  const decided = value?.writes !== undefined && value.faults.length === 0;
  const differs = value !== undefined && said?.finding !== undefined && passes(said.finding) !== decided;
  const looks = status === 'ready' && differs && !said.running;
  const last = Object.values(state.choices).reduce((most, { seq }) => Math.max(most, seq), 0);
  useEffect(() => {
    if (looks) check.run(['update-decided']);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each decision: what still differs then is for a person
  }, [looks, last]);
}
