import type { StepId } from '@portico/contract/plan';
import type { RunEvent } from '@portico/plan/event';
import { useIntl } from 'react-intl';
import type { StepModel } from '../parts/step-model.ts';
import { steps } from '../steps/index.ts';
import { modelOf } from './sample-model.ts';
import { runOf } from './sample-run.ts';

interface Props {
  readonly id: StepId;
  readonly events: readonly RunEvent[];
  readonly more?: Partial<StepModel>;
}

/** A step's own screen over a sample run. */
export function StepScreen({ id, events, more = {} }: Props) {
  const intl = useIntl();
  const { View } = steps[id];
  return <View model={modelOf(intl, id, runOf(...events), more)} />;
}
