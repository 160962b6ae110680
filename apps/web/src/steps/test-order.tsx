import { answers } from '@portico/contract/answers';
import { passes } from '@portico/plan/finding';
import { msg } from '@portico/plan/text';
import { FormattedMessage } from 'react-intl';
import { factsOf } from '../parts/facts.ts';
import { InviteeLinks } from '../parts/invitee-links.tsx';
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
  const invited = factsOf(state, 'users-invited')?.people ?? [];
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
      aid={
        invited.some(({ state: is }) => is === 'open') && (
          <InviteeLinks
            lead={
              <FormattedMessage
                id="web.test-order.links"
                defaultMessage="Each link registers one person, once. Open it in a private window, or give it to that person."
              />
            }
            people={invited}
            invitees={model.invitees}
            ways={model.ways}
          />
        )
      }
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
