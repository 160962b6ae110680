import type { Reason } from '@portico/plan/gate';
import { FormattedMessage } from 'react-intl';
import { AppLink } from '../ui/navigation.tsx';
import type { PlaceInPlan } from './step-model.ts';

interface Props {
  readonly reasons: readonly Reason[];
  readonly place: (step: string) => PlaceInPlan | undefined;
  /** The step before this one that was done and no longer holds, where this one was done too. */
  readonly repair?: PlaceInPlan | undefined;
}

/** Why something can't start, in one sentence: first what lies before, then decisions, then checks. */
export function GateReason({ reasons, place, repair }: Props) {
  if (repair)
    return (
      <FormattedMessage
        id="web.reason.repair"
        defaultMessage="This was done, and nothing of it is undone. {step} needs repair; until then nothing more can be begun here."
        values={{ step: <AppLink href={repair.href}>{repair.title}</AppLink> }}
      />
    );
  const steps = reasons.filter(({ kind }) => kind === 'step').map(({ id }) => place(id));
  const checks = reasons.filter(({ kind }) => kind === 'check').length;
  const first = steps[0];
  if (first)
    return (
      <FormattedMessage
        id="web.reason.step"
        defaultMessage="Finish {step} first."
        values={{ step: <AppLink href={first.href}>{first.title}</AppLink> }}
      />
    );
  if (reasons.some(({ kind }) => kind === 'operation'))
    return <FormattedMessage id="web.reason.operation" defaultMessage="This is already under way." />;
  if (reasons.some(({ kind }) => kind === 'answers'))
    return <FormattedMessage id="web.reason.answers" defaultMessage="Make the decisions above first." />;
  return (
    <FormattedMessage
      id="web.reason.checks"
      defaultMessage="{n, plural, one {# check above needs} other {# checks above need}} to pass first."
      values={{ n: checks }}
    />
  );
}
