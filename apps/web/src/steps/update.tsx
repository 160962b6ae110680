import { msg } from '@portico/plan/text';
import { lazy, Suspense } from 'react';
import type { StepModel } from '../parts/step-model.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { StepView } from './step-view.ts';

// Needed once or twice a year, and large: it comes when somebody opens it.
const UpdatePage = lazy(() => import('../parts/update/update-page.tsx'));

const words = {
  title: msg({ id: 'web.step.update', defaultMessage: 'New template' }),
  why: msg({
    id: 'web.step.update.why',
    defaultMessage:
      'When Microsoft brings a new template of the portal, this puts what is new into your site and keeps what you made of it.',
  }),
};

function View({ model }: { readonly model: StepModel }) {
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <UpdatePage model={model} />
    </Suspense>
  );
}

export const update: StepView = { ...words, choices: 'template-environments', View };
