import { finishing } from '@portico/contract/finishing';
import { msg } from '@portico/plan/text';
import { FinishingList } from '../parts/finishing-list.tsx';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.access', defaultMessage: 'Access' }),
  why: msg({
    id: 'web.step.access.why',
    defaultMessage: 'We look at what you can finish yourself and what somebody else must do for you.',
  }),
};

export const access: StepView = {
  ...words,
  View: ({ model }) => (
    <StepPage
      model={model}
      above={
        // Until all is looked at, what was found so far is the page.
        finishing(model.state.checks) && (
          <FinishingList state={model.state} stepTitle={(step) => model.place(step)?.title ?? step} />
        )
      }
    />
  ),
};
