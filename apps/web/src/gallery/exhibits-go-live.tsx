import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-go-live.ts';
import { StepScreen } from './step-screen.tsx';

const idle = { run: () => undefined, busy: false, problem: undefined };

export const goLiveExhibits: readonly Exhibit[] = [
  {
    id: 'go-live-decide',
    title: 'Go live: decide',
    draw: () => <StepScreen id="go-live" events={sample.toDecide} />,
  },
  {
    id: 'go-live-review',
    title: 'Go live: review of the conversion',
    draw: () => (
      <StepScreen
        id="go-live"
        events={sample.toConvert}
        more={{ review: { status: 'ready', value: sample.convertReview } }}
      />
    ),
  },
  {
    id: 'go-live-later',
    title: 'Go live: converted later, nine days before the end',
    draw: () => <StepScreen id="go-live" events={sample.convertLater} />,
  },
  {
    id: 'go-live-suspended',
    title: 'Go live: suspended',
    draw: () => (
      <StepScreen
        id="go-live"
        events={sample.suspendedLater}
        more={{ review: { status: 'ready', value: sample.convertReview } }}
      />
    ),
  },
  {
    id: 'go-live-hidden',
    title: 'Go live: in production, and private',
    draw: () => <StepScreen id="go-live" events={sample.hidden} />,
  },
  {
    id: 'go-live-hidden-on-purpose',
    title: 'Go live: private on purpose',
    draw: () => <StepScreen id="go-live" events={sample.hiddenOnPurpose} />,
  },
  {
    id: 'go-live-done',
    title: 'Go live: a public production site with its own domain',
    draw: () => <StepScreen id="go-live" events={sample.live} />,
  },
  {
    id: 'go-live-delete',
    title: 'Go live: deleting the host',
    draw: () => (
      <StepScreen
        id="go-live"
        events={sample.live}
        more={{
          later: {
            asked: 'delete-site-host',
            ask: () => undefined,
            review: { status: 'ready', value: sample.deleteReview },
            start: idle,
          },
        }}
      />
    ),
  },
];
