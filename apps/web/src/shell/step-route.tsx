import { useIntl } from 'react-intl';
import { steps } from '../steps/index.ts';
import type { PlanStep } from './plan-step.ts';
import { useRunState } from './run-context.ts';
import { useFirstChecks } from './use-first-checks.ts';
import { useLookAgain } from './use-look-again.ts';
import { useStepModel } from './use-step-model.ts';
import { usePage } from './use-page.ts';

/** A step of a run: its model is made here, its screen only draws it. */
export function StepRoute({ step }: { readonly step: PlanStep }) {
  const intl = useIntl();
  const { View, title } = steps[step.id];
  const state = useRunState();
  const model = useStepModel(step);
  usePage(intl.formatMessage(title), state.title);
  useFirstChecks(model);
  const nextLook = useLookAgain(model);
  return <View model={{ ...model, nextLook }} />;
}
