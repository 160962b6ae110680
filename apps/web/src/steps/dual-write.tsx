import { msg } from '@portico/plan/text';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.dual-write', defaultMessage: 'Dual-write' }),
  why: msg({
    id: 'web.step.dual-write.why',
    defaultMessage: 'Dual-write keeps orders, customers and products the same on both sides.',
  }),
};

export const dualWrite: StepView = { ...words, View: ({ model }) => <StepPage model={model} /> };
