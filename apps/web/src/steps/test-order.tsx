import { msg } from '@portico/plan/text';
import { FormattedMessage } from 'react-intl';
import type { StepModel } from '../parts/step-model.ts';
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

function View({ model }: { readonly model: StepModel }) {
  return (
    <StepPage
      model={model}
      later={['place-order']}
      laterWords={{
        title: <FormattedMessage id="web.test-order.place" defaultMessage="An order from end to end" />,
        lead: (
          <FormattedMessage
            id="web.test-order.place.lead"
            defaultMessage="One of the first users places it on the portal, as your customers will. We tell what to do there, and follow the order."
          />
        ),
      }}
    />
  );
}

export const testOrder: StepView = { ...words, View };
