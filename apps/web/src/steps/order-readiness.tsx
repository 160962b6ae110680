import { msg } from '@portico/plan/text';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.order-readiness', defaultMessage: 'Order readiness' }),
  why: msg({
    id: 'web.step.order-readiness.why',
    defaultMessage:
      'Settings and data that orders from the site rest on. Mend them before the table maps copy what is wrong.',
  }),
};

export const orderReadiness: StepView = { ...words, View: ({ model }) => <StepPage model={model} /> };
