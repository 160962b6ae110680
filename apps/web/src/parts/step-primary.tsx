import type { Driver } from '@portico/plan/action';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Primary } from './action-bar.tsx';
import { GateReason } from './gate-reason.tsx';
import { ReviewNote } from './review-note.tsx';
import type { StepModel } from './step-model.ts';
import type { Phase } from './step-phase.ts';

/** What the person decides on a step, drawn by the step and sent by the page. */
export interface Decision {
  readonly form: ReactNode;
  /** A verb and its object: "Use this environment". */
  readonly label: ReactNode;
  /** The draft isn't what the run knows. */
  readonly changed: boolean;
  /** What is still missing, in words. */
  readonly missing?: ReactNode;
  readonly body: () => unknown;
}

interface Given {
  readonly model: StepModel;
  readonly phase: Phase;
  readonly decision: Decision | undefined;
  /** What the action's button says: "Start 5 table maps". */
  readonly actionLabel: ReactNode;
  /** What a person decides one by one, in words, as long as it isn’t all decided: then the action only waits for that. */
  readonly waits?: ReactNode;
  /** What a person is asked for, where one of the step’s later actions does it. */
  readonly asked?: Pick<Primary, 'label' | 'note' | 'onPress'> | undefined;
  readonly driver: Driver;
  readonly go: (href: string) => void;
}

/** The one button of a step. Undefined where there is nothing to press: others are at work. */
export function primaryOf(given: Given): Primary | undefined {
  const { model, phase, decision, actionLabel, waits, asked, driver, go } = given;
  const { answer, check, start, review, next, gate, place } = model;
  const again = <FormattedMessage id="web.primary.again" defaultMessage="Check again" />;
  const label = decision?.changed ? decision.label : (actionLabel ?? again);
  switch (phase.name) {
    case 'closed':
      if (model.repair)
        return { label: continueTo(model.repair), onPress: () => go(model.repair?.href ?? '') };
      return { label, reason: <GateReason reasons={gate.reasons} place={place} />, onPress: () => undefined };
    case 'deciding':
      return {
        label: decision?.label,
        reason: decision?.missing,
        busy: answer.busy,
        onPress: () => answer.run(decision?.body()),
      };
    case 'checking':
      return {
        label: actionLabel ?? continueTo(next) ?? again,
        reason: (
          <FormattedMessage
            id="web.primary.checking"
            defaultMessage="Looking now: {done} of {of, plural, one {# check} other {# checks}} done."
            values={{ done: phase.of - phase.left, of: phase.of }}
          />
        ),
        onPress: () => undefined,
      };
    case 'turn':
      if (asked) return asked;
      if (waits) return { label: actionLabel, reason: waits, onPress: () => undefined };
      return {
        label: again,
        note: (
          <FormattedMessage
            id="web.primary.turn"
            defaultMessage="Nothing is wrong. Do what is asked above, or leave it for later there."
          />
        ),
        busy: check.busy,
        onPress: () => check.run(),
      };
    case 'blocked':
    case 'proving':
      if (waits) return { label: actionLabel, reason: waits, onPress: () => undefined };
      return { label: again, busy: check.busy, onPress: () => check.run() };
    case 'ready':
      return {
        label:
          driver === 'guided' ? (
            <FormattedMessage id="web.primary.watch" defaultMessage="Watch while I do it" />
          ) : (
            actionLabel
          ),
        reason:
          review.status === 'ready' ? undefined : (
            <FormattedMessage
              id="web.primary.review"
              defaultMessage="We are working out what exactly will change."
            />
          ),
        note: review.value && review.value.changes.length > 0 && (
          <ReviewNote changes={review.value.changes} />
        ),
        busy: start.busy,
        onPress: () => start.run(driver),
      };
    case 'done':
      return next && { label: continueTo(next), onPress: () => go(next.href) };
    case 'watching':
    default:
      return undefined;
  }
}

const continueTo = (next: StepModel['next']): ReactNode =>
  next && (
    <FormattedMessage
      id="web.primary.continue"
      defaultMessage="Continue to {step}"
      values={{ step: next.title }}
    />
  );
