import { undermined } from '@portico/contract/health';
import { plan } from '@portico/contract/plan';
import { type IntlShape, useIntl } from 'react-intl';
import { overridden } from '@portico/plan/gate';
import { checksOf } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { gateFor, whereWeStand } from '../data/gates.ts';
import type { Outline } from '../parts/outline.ts';
import { statusFor } from '../parts/step-status.ts';
import { worthKnowing } from '../parts/worth-knowing.ts';
import { paths } from '../paths.ts';
import { steps } from '../steps/index.ts';
import { groupNames } from '../text/names.ts';
import { isRecurring } from './plan-step.ts';

/** The plan in the person's words, with where each step of this run stands. */
export function useOutline(run: string, state: RunState): Outline {
  return outlineOf(useIntl(), run, state);
}

export function outlineOf(intl: IntlShape, run: string, state: RunState): Outline {
  const { gates } = whereWeStand(state);
  const titleOf = (id: string | undefined) => {
    const found = plan.steps.find((each) => each.id === id);
    return found && intl.formatMessage(steps[found.id].title);
  };
  const all = plan.steps.map((step, index) => ({
    id: step.id,
    group: step.group,
    number: isRecurring(step) ? undefined : index + 1,
    title: intl.formatMessage(steps[step.id].title),
    hint: intl.formatMessage(steps[step.id].why),
    href: paths.step(run, step.id),
    status: statusFor(step, state, gates[step.id]),
    heed: worthKnowing(step, state).length,
    without: gates[step.id].passable ? step.checks.filter((id) => overridden(step, state, id)).length : 0,
    reads: checksOf(step).length === 0 && step.actions.length === 0 && !step.asks,
    recurring: isRecurring(step),
    repair: titleOf(undermined(step, state, gateFor(state, step.id))),
  }));
  return {
    total: all.filter(({ number }) => number !== undefined).length,
    groups: plan.groups.map((id) => ({
      id,
      title: intl.formatMessage(groupNames[id]),
      steps: all.filter(({ group }) => group === id),
    })),
  };
}
