import { msg } from '@portico/plan/text';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.test-order', defaultMessage: 'Test order' }),
  why: msg({
    id: 'web.step.test-order.why',
    defaultMessage:
      'One order from the portal to finance and operations shows that a customer can order. What would keep it from arriving is looked at first.',
  }),
};

export const testOrder: StepView = { ...words, View: ({ model }) => <StepPage model={model} /> };
