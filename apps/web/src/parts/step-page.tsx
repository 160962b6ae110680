import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ActionId, plan, provenBy } from '@portico/contract/plan';
import type { Driver } from '@portico/plan/action';
import { operationOf, overridden } from '@portico/plan/gate';
import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { actionTitle, groupNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { useGo } from '../ui/navigation.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Moment } from '../ui/moment.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { ActionBar } from './action-bar.tsx';
import { CheckList } from './check-list.tsx';
import { GateReason } from './gate-reason.tsx';
import { LaterActions, type LaterWords } from './later-actions.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { PageHeading } from './page-heading.tsx';
import { PassedOver } from './passed-over.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { ReviewSection } from './review-section.tsx';
import { overridingOf } from './overriding-of.ts';
import type { StepModel } from './step-model.ts';
import { phaseOf, proofOf, seenBefore } from './step-phase.ts';
import { type Decision, primaryOf } from './step-primary.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { checkWords } from './check-words.ts';
import { WatchPanel } from './watch-panel.tsx';
import { worthKnowing } from './worth-knowing.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    minWidth: 0,
    flexGrow: 1,
  },
  again: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  behind: { display: 'grid', gap: tokens.spacingVerticalXXL },
  form: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalL,
  },
});

interface Props {
  readonly model: StepModel;
  readonly decision?: Decision;
  /** What was found, drawn by the step: before the list of checks, and after it. */
  readonly above?: ReactNode;
  /** That is read first, from its beginning: nobody is brought past it. */
  readonly aboveFirst?: boolean;
  readonly found?: ReactNode;
  /** What only some people need, under all that. */
  readonly below?: ReactNode;
  readonly proof?: ReactNode;
  /** What one needs at hand for what the step’s guide asks for. */
  readonly aid?: ReactNode;
  readonly actionLabel?: ReactNode;
  /** What the action waits for, where people decide one thing after the other. */
  readonly waits?: ReactNode;
  /** What of the step's later actions makes sense now. */
  readonly later?: readonly ActionId[];
  readonly laterWords?: LaterWords;
}

/** What others were asked, and what is done on later days, such as an order, may have the guided way only. */
const isChosen = (action: string): boolean =>
  plan.steps.some(({ actions }) => actions.some((id) => id === action));

/** Decide, checks, review, watch, proof: the order in which each step goes. */
export function StepPage({ model, decision, above, found, below, proof, actionLabel, ...props }: Props) {
  const { later = [], laterWords, waits, aid, aboveFirst = false } = props;
  const styles = useStyles();
  const go = useGo();
  const { step, state, gate, review } = model;
  const available = review.value?.drivers.automatic.available === true;
  const [wanted, setWanted] = useState<Driver>();
  const say = useSay();
  const [opener, setOpener] = useState<HTMLElement>();
  const ask = (action: ActionId, button: HTMLElement) => {
    setOpener(button);
    model.later.ask(action);
  };
  const before = seenBefore(model);
  // Who chose the guided way before begins with it again; what there is no other way for tells nothing of that.
  const last = Object.values(state.operations).findLast(({ action }) => isChosen(action))?.driver;
  const driver = wanted ?? (available && last !== 'guided' ? 'automatic' : 'guided');
  const phase = phaseOf(model, decision?.changed ?? false);
  const todos = phase.name === 'turn' ? phase.todos : [];
  const turn = later.find((id) => provenBy[id].some((check) => todos.includes(check)));
  const operation = operationOf(step, state);
  const proven = proofOf(model);
  // Before the dry run is there, nobody can read what will change.
  const reading = phase.name === 'ready' && review.status === 'loading';
  const kept = useKeptFocus(reading ? 'checking' : phase.name);
  const refused = [
    model.answer,
    model.check,
    model.start,
    model.nudge,
    model.cancel,
    model.download,
    model.override,
    model.withdraw,
  ].find(({ problem }) => problem)?.problem;
  const asked = !step.asks || state.answers[step.id] !== undefined;
  const onCheck = (checks: readonly string[]) => model.check.run(checks);
  // Once something is under way or proven, what led to it is folded away.
  const behind = phase.name === 'watching' || (phase.name === 'done' && step.actions.length > 0);
  // What stands among the proof is read there. What somebody went on without stays in sight: it is as it was.
  const without = step.checks.filter((id) => overridden(step, state, id));
  const worth = [...new Set([...without, ...worthKnowing(step, state)])];
  const heed = behind ? worth.filter((id) => !proven.includes(id)) : [];
  const overriding = (check: string) => overridingOf(model, check);
  const looked = (
    <>
      {decision && (
        <fieldset className={styles.form} disabled={phase.name === 'watching'}>
          {decision.form}
        </fieldset>
      )}
      {asked && above}
      {asked && before.length > 0 && phase.name !== 'closed' && (
        <Section
          next={!aboveFirst && (phase.name === 'blocked' || phase.name === 'turn')}
          title={
            above ? (
              <FormattedMessage id="web.step.checks.more" defaultMessage="In detail" />
            ) : (
              <FormattedMessage id="web.step.checks" defaultMessage="What we found" />
            )
          }
        >
          <CheckList
            checks={before}
            state={state}
            onCheck={onCheck}
            ways={model.ways}
            handOver={model.handOver}
            overriding={overriding}
            // A page that has nothing else to show shows what passed.
            unfolded={!decision && !above && !found && 'alone'}
          />
          {model.nextLook !== undefined && (
            <p className={styles.again}>
              <FormattedMessage
                id="web.step.look-again"
                defaultMessage="We look again by ourselves at {at}, and when you come back to this tab."
                values={{ at: <Moment at={new Date(model.nextLook).toISOString()} /> }}
              />
            </p>
          )}
        </Section>
      )}
      {asked && found}
    </>
  );
  return (
    <div className={styles.root} {...kept}>
      <PageHeading
        over={
          // What is done on later days, again and again, has no place in the row.
          step.recurring ? (
            <FormattedMessage {...groupNames[step.group]} />
          ) : (
            <FormattedMessage
              id="web.step.place"
              defaultMessage="Step {number} of {total}"
              values={{ number: model.number, total: model.total }}
            />
          )
        }
        title={model.title}
        why={model.why}
      />
      {phase.name === 'closed' && (
        <Note symbol={model.repair ? 'careful' : 'closed'}>
          <span>
            <GateReason reasons={gate.reasons} place={model.place} repair={model.repair} />
          </span>
        </Note>
      )}
      {refused && <ProblemPanel problem={refused} ways={model.ways} />}
      {phase.name === 'watching' && (
        <WatchPanel
          operation={phase.operation}
          busy={model.nudge.busy}
          onNudge={() => model.nudge.run(phase.operation.id)}
          onCancel={() => model.cancel.run(phase.operation.id)}
          ways={model.ways}
          me={model.me}
          handOver={model.handOver}
          aid={aid}
        />
      )}
      {phase.name !== 'watching' && phase.name !== 'done' && operation && (
        <OutcomePanel operation={operation} />
      )}
      {proven.length > 0 && (
        <Section
          title={
            phase.name === 'done' ? (
              <FormattedMessage id="web.step.proof" defaultMessage="How we know it is done" />
            ) : (
              <FormattedMessage id="web.step.proof.open" defaultMessage="How it stands" />
            )
          }
        >
          {proof}
          <CheckList checks={proven} state={state} onCheck={onCheck} ways={model.ways} unfolded />
        </Section>
      )}
      {heed.length > 0 && (
        <Section title={<FormattedMessage {...checkWords.warn} />}>
          <CheckList
            checks={heed}
            state={state}
            onCheck={onCheck}
            ways={model.ways}
            overriding={overriding}
          />
        </Section>
      )}
      {behind ? (
        <Disclosure
          label={<FormattedMessage id="web.step.behind" defaultMessage="What was decided and checked" />}
        >
          <div className={styles.behind}>{looked}</div>
        </Disclosure>
      ) : (
        looked
      )}
      {phase.name !== 'closed' && phase.name !== 'watching' && below}
      {phase.name === 'ready' && (
        <ReviewSection
          action={model.action}
          review={review}
          driver={driver}
          onDriver={setWanted}
          ways={model.ways}
        />
      )}
      {(later.length > 0 || model.later.asked) && (
        <LaterActions
          // What is asked for now is the page's own button.
          actions={later.filter((id) => id !== turn)}
          model={model}
          words={laterWords}
          busy={phase.name === 'watching'}
          opener={opener}
          onAsk={ask}
        />
      )}
      {phase.name === 'done' && <PassedOver steps={model.passedOver} />}
      <ActionBar
        primary={primaryOf({
          model,
          phase,
          decision,
          actionLabel,
          waits,
          driver,
          go,
          asked: turn && {
            label: `${say(actionTitle(turn))} …`,
            note: laterWords?.turn,
            onPress: (button) => ask(turn, button),
          },
        })}
        onLeave={model.leave}
      />
    </div>
  );
}
