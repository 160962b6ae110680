import { msg } from '@portico/plan/text';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.order-readiness', defaultMessage: 'Order readiness' }),
  why: msg({
    id: 'web.step.order-readiness.why',
    defaultMessage:
      'Settings and data that orders from the site rest on. The next step, “Table maps”, copies them as they are, so mend them here first.',
  }),
};

export const orderReadiness: StepView = { ...words, View: ({ model }) => <StepPage model={model} /> };
