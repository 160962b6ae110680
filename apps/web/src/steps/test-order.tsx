import { answers } from '@portico/contract/answers';
import { passes } from '@portico/plan/finding';
import { msg } from '@portico/plan/text';
import { FormattedMessage } from 'react-intl';
import { AtThePortal } from '../parts/at-the-portal.tsx';
import { factsOf } from '../parts/facts.ts';
import { OrderArrived } from '../parts/order-arrived.tsx';
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
  const { state } = model;
  const order = factsOf(state, 'order-arrived');
  const first = answers['first-users'].safeParse(state.answers['first-users']).data;
  return (
    <StepPage
      model={model}
      above={
        order && passes(state.checks['order-arrived']?.finding) ? (
          <OrderArrived
            order={order}
            seen={state.checks['order-arrived']?.at}
            rehearsal={model.config.cloud.rehearsal}
          />
        ) : undefined
      }
      aid={<AtThePortal model={model} />}
      // Before somebody is chosen there is nobody to place it.
      later={first && first.people.length > 0 ? ['place-order'] : []}
      laterWords={{
        title: <FormattedMessage id="web.test-order.place" defaultMessage="An order from end to end" />,
        lead: (
          <FormattedMessage
            id="web.test-order.place.lead"
            defaultMessage="One of the first users places it on the portal, as your customers will. We tell what to do there, and follow the order."
          />
        ),
        turn: (
          <FormattedMessage
            id="web.test-order.turn"
            defaultMessage="One of the first users places it on the portal. We say what to do there, and follow the order."
          />
        ),
      }}
    />
  );
}

export const testOrder: StepView = { ...words, View };
