import { msg } from '@portico/plan/text';
import { ReportPage } from '../parts/report-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.report', defaultMessage: 'Report' }),
  why: msg({
    id: 'web.step.report.why',
    defaultMessage: 'What was checked and changed, by whom, when and on which evidence.',
  }),
};

export const report: StepView = { ...words, View: ({ model }) => <ReportPage model={model} /> };
