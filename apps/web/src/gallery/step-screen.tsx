import type { StepId } from '@portico/contract/plan';
import type { RunEvent } from '@portico/plan/event';
import { useState } from 'react';
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

/** A step's own screen over a sample run. A dialog that is open can be closed. */
export function StepScreen({ id, events, more = {} }: Props) {
  const intl = useIntl();
  const { View } = steps[id];
  const [asked, ask] = useState(more.later?.asked);
  const model = modelOf(intl, id, runOf(...events), more);
  return <View model={{ ...model, later: { ...model.later, asked, ask } }} />;
}
