import { makeStyles } from '@fluentui/react-components';
import { answers } from '@portico/contract/answers';
import { openThings, writesIn } from '@portico/contract/update-needs';
import { passes } from '@portico/plan/finding';
import { operationOf } from '@portico/plan/gate';
import { msg } from '@portico/plan/text';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDraft } from '../data/use-draft.ts';
import { factsOf } from '../parts/facts.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import { Folded } from '../parts/update/folded.tsx';
import { HowFarBack } from '../parts/update/how-far-back.tsx';
import { TemplateForm } from '../parts/update/template-form.tsx';
import {
  draftOf,
  type TemplateDraft,
  templateDraft,
  templateIn,
  withOnly,
} from '../parts/update/template-source.ts';
import { useLookWhenDecided } from '../parts/update/use-look-when-decided.ts';
import { useQueue } from '../parts/update/use-queue.ts';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { StepView } from './step-view.ts';

// Needed once or twice a year, and large: they come when there is something to show.
const screens = () => import('../parts/update/screens.ts');
const Overview = lazy(async () => ({ default: (await screens()).Overview }));
const KeptSnapshots = lazy(async () => ({ default: (await screens()).KeptSnapshots }));
const RecordPage = lazy(async () => ({ default: (await screens()).RecordPage }));

const words = {
  title: msg({ id: 'web.step.update', defaultMessage: 'New template' }),
  why: msg({
    id: 'web.step.update.why',
    defaultMessage:
      'When Microsoft brings a new template of the portal, this puts what is new into your site and keeps what you made of it.',
  }),
};

const useStyles = makeStyles({
  here: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  // Not taken away: who comes back finds the list where they left it.
  away: { display: 'none' },
});

const schema = answers.update;
/** Unfinished, so the schema of the answers can't judge it. */
const asDraft = (kept: unknown): TemplateDraft | undefined => templateDraft.safeParse(kept).data;

/** Choosing the template, what it comes to, and one record of it at a time. */
function View({ model }: { readonly model: StepModel }) {
  const styles = useStyles();
  const { state, update, choices, ways } = model;
  const kept = schema.safeParse(state.answers['update']).data?.template;
  const [edited, edit] = useDraft(model.draft, asDraft);
  const read = factsOf(state, 'template-suitable');
  // By which way it was chosen last; after a reload, by what was read of it.
  const [source, setSource] = useState<TemplateDraft['from']>();
  const proposal = useProposal(update.proposed, kept);
  const way = source ?? (read?.shared || update.proposed ? 'known' : read?.imported?.from);
  const begun = edited ?? proposal ?? draftOf(kept, way === 'site' ? undefined : way);
  const { lookIn, overview, sites, templates } = update;
  const draft = withOnly(begun, { environments: choices, sites, templates });
  // It may have been chosen for them, further down: what is pressed says which.
  const site = sites.value?.find(({ value: id }) => id === draft.website)?.label;
  const checked = schema.safeParse({ template: templateIn(draft) });
  const changed = kept === undefined || JSON.stringify(templateIn(draft)) !== JSON.stringify(kept);
  useEffect(() => {
    if (draft.environment) lookIn(draft.environment);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `lookIn` is new each time; only the environment counts
  }, [draft.environment]);
  const { value } = overview;
  const waiting = value ? openThings(value) : 0;
  const queue = useQueue(value);
  // While it is applied nobody decides anything.
  const operation = operationOf(model.step, state);
  const applying = operation !== undefined && !operation.finished;
  const open = update.compared && value && !applying ? update.record : undefined;
  useLookWhenDecided(model, open);
  useFocusBack(open);
  const applied = passes(state.checks['update-applied']?.finding);
  return (
    <>
      <div className={open ? styles.away : styles.here}>
        <StepPage
          model={model}
          decision={{
            form: (
              <Folded read={read} folded={!changed && update.compared}>
                <TemplateForm
                  draft={draft}
                  environments={choices}
                  sites={update.sites}
                  templates={update.templates}
                  snapshots={update.snapshots}
                  signIn={ways}
                  onChange={(chosen) => {
                    setSource(chosen.from);
                    edit(chosen);
                  }}
                />
              </Folded>
            ),
            label: (
              <FormattedMessage
                id="web.update.compare"
                defaultMessage="{from, select, site {{named, select, yes {Compare with “{name}”} other {Compare with this reference site}}} other {Compare with this template}}"
                values={{ from: draft.from ?? 'site', named: site ? 'yes' : 'no', name: site }}
              />
            ),
            changed,
            missing: checked.success ? undefined : (
              <FormattedMessage
                id="web.update.missing"
                defaultMessage="{from, select, file {Choose the file.} known {Choose the template.} folder {Choose the folder.} other {Choose the environment, then the reference site in it.}} Comparing changes nothing."
                values={{ from: draft.from ?? 'site' }}
              />
            ),
            body: () => checked.data,
          }}
          aboveFirst
          above={
            update.compared && (
              <Suspense fallback={<Skeleton rows={8} />}>
                {overview.status === 'failed' && (
                  <ProblemPanel problem={overview.problem} ways={ways} onRetry={overview.again} />
                )}
                {overview.status === 'loading' && !value && <Skeleton rows={8} />}
                {value && <Overview model={model} overview={value} queue={queue} />}
              </Suspense>
            )
          }
          actionLabel={
            <FormattedMessage
              id="web.update.apply"
              defaultMessage="{n, plural, =0 {Apply the update} one {Apply the update: write # record} other {Apply the update: write # records}}"
              // What isn’t decided yet may be written as well.
              values={{ n: value && waiting === 0 ? writesIn(value) : 0 }}
            />
          }
          waits={
            waiting > 0 && (
              <FormattedMessage
                id="web.update.waits"
                defaultMessage="{n, plural, =-1 {Counting what is left.} one {One thing still needs somebody.} other {# things still need somebody.}} Then the update can be applied."
                values={{ n: update.counting ? -1 : waiting }}
              />
            )
          }
          below={
            <>
              {applied && (
                <Note>
                  <span>
                    <FormattedMessage
                      id="web.update.next-time"
                      defaultMessage="When Microsoft brings the next template, open “What was decided and checked” and choose a reference site that was made from it."
                    />
                  </span>
                </Note>
              )}
              {factsOf(state, 'baseline-kept') && (
                <Suspense fallback={<Skeleton rows={1} />}>
                  <KeptSnapshots snapshots={update.snapshots} looked={update.compared} signIn={ways} />
                </Suspense>
              )}
            </>
          }
          later={canGoBack(model) ? ['roll-back'] : []}
          laterWords={{
            title: <FormattedMessage id="web.update.later" defaultMessage="Take the update back" />,
            lead: (
              <>
                <FormattedMessage
                  id="web.update.later.lead"
                  defaultMessage="Every record that was written gets back what it held before. You see what exactly will change before anything does."
                />
                <HowFarBack
                  standing={factsOf(state, 'update-applied')?.standing ?? []}
                  decisions={update.decisions}
                />
              </>
            ),
          }}
        />
      </div>
      {open && value && (
        <Suspense
          fallback={
            <>
              <PageHeading title={value.records.find(({ id }) => id === open)?.title ?? ''} />
              <Skeleton rows={8} />
            </>
          }
        >
          <RecordPage update={update} overview={value} record={open} signIn={ways} queue={queue} />
        </Suspense>
      )}
    </>
  );
}

/** The template that a link proposes, until somebody decides on one. */
function useProposal(proposed: string | undefined, kept: unknown): TemplateDraft | undefined {
  const [before] = useState(() => JSON.stringify(kept));
  return proposed !== undefined && before === JSON.stringify(kept)
    ? { from: 'known', kept: proposed }
    : undefined;
}

/** Whether an update is in the site, by what was looked at; without a look, whether one was applied last. */
function canGoBack({ state }: StepModel): boolean {
  const looked = factsOf(state, 'update-applied');
  if (looked?.standing) return looked.standing.length > 0;
  const done = Object.values(state.operations).findLast(
    ({ action, finished }) => /^(apply-update|roll-back)$/.test(action) && finished?.outcome === 'done',
  );
  return done?.action === 'apply-update';
}

/** Who comes back from a record is at its row again. */
function useFocusBack(open: string | undefined): void {
  const left = useRef<string>(undefined);
  useEffect(() => {
    const linkOf = (row: string) => document.querySelector<HTMLElement>(`${row} a`);
    // Where only what is open is listed, one that was decided isn't there any more: then they are at the next.
    if (!open && left.current)
      (linkOf(`[data-record="${left.current}"]`) ?? linkOf('[data-record]'))?.focus();
    left.current = open;
  }, [open]);
}

export const update: StepView = { ...words, choices: 'template-environments', View };
