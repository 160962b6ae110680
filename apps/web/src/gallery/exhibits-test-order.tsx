import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-test-order.ts';
import { withLink } from './sample-users.ts';
import { StepScreen } from './step-screen.tsx';

export const testOrderExhibits: readonly Exhibit[] = [
  {
    id: 'test-order-turn',
    title: 'Test order: nobody has placed one yet',
    draw: () => (
      <StepScreen
        id="test-order"
        events={sample.toPlace}
        more={{ review: { status: 'ready', value: sample.placeReview } }}
      />
    ),
  },
  {
    id: 'test-order-placing',
    title: 'Test order: a person places it, with the link of their invitation',
    draw: () => <StepScreen id="test-order" events={sample.placing} more={{ invitees: withLink }} />,
  },
  {
    id: 'test-order-stuck',
    title: 'Test order: it doesn’t reach the other side',
    draw: () => <StepScreen id="test-order" events={sample.stuck} />,
  },
  {
    id: 'test-order-arrived',
    title: 'Test order: it has arrived',
    draw: () => <StepScreen id="test-order" events={sample.arrived} />,
  },
];
