import { keyOfChoice, type UpdateOverview, type UpdateRecordDetail } from '@portico/contract/update';
import type { RunEvent } from '@portico/plan/event';
import { ApiProblem } from '../data/api-problem.ts';
import type { Exhibit } from './exhibit.ts';
import { runOf } from './sample-run.ts';
import * as sample from './sample-update.ts';
import * as cells from './sample-update-cells.ts';
import * as records from './sample-update-records.ts';
import { StepScreen } from './step-screen.tsx';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly events: readonly RunEvent[];
  readonly overview?: UpdateOverview;
  readonly detail?: UpdateRecordDetail;
  readonly sent?: Parameters<typeof sample.updating>[1];
}

/** The screen over a sample, with a record open where there is a `detail`. */
const exhibit = ({ id, title, events, overview, detail, sent }: Shown): Exhibit => ({
  id,
  title,
  draw: () => {
    const make = sample.updating(
      {
        compared: overview !== undefined,
        ...(overview ? { overview: { status: 'ready', value: overview } as const } : {}),
        ...(detail ? { record: detail.id, detail: { status: 'ready', value: detail } as const } : {}),
      },
      sent,
    );
    return (
      <StepScreen
        id="update"
        events={events}
        more={{
          choices: sample.environments,
          review: { status: 'ready', value: sample.review },
          update: make(runOf(...events).state),
          // Somebody else than who decided.
          me: 'u2',
        }}
      />
    );
  },
});

const { first, title } = sample.choices;
const meanwhile = new ApiProblem(409, { code: 'chosen-meanwhile', values: { name: 'Mona Berg' } });

export const updateExhibits: readonly Exhibit[] = [
  exhibit({ id: 'update-start', title: 'New template: nothing chosen yet', events: sample.reference }),
  {
    id: 'update-reading',
    title: 'New template: reading what it comes to',
    draw: () => (
      <StepScreen
        id="update"
        events={sample.toDecide}
        more={{
          choices: sample.environments,
          update: sample.updating({})(runOf(...sample.toDecide).state),
        }}
      />
    ),
  },
  exhibit({
    id: 'update-overview',
    title: 'New template: overview with 12 conflicts',
    events: [...sample.toDecide, sample.chosen(sample.choices.rule)],
    overview: records.undecided,
  }),
  exhibit({
    id: 'update-questions',
    title: 'New template: questions, faults, and something that goes',
    events: sample.toDecide,
    overview: records.asking,
  }),
  exhibit({
    id: 'update-text',
    title: 'New template: a text with conflicts',
    events: [...sample.toDecide, sample.chosen(first)],
    overview: records.undecided,
    detail: cells.home,
  }),
  exhibit({
    id: 'update-meanwhile',
    title: 'New template: somebody decided the same meanwhile',
    events: [...sample.toDecide, sample.chosen(first), sample.chosen(title)],
    overview: records.undecided,
    detail: cells.home,
    sent: {
      [keyOfChoice(first)]: {
        choice: { ...first, take: 'both' },
        withdraw: false,
        seen: 0,
        problem: meanwhile,
      },
    },
  }),
  exhibit({
    id: 'update-outdated',
    title: 'New template: decided when the site said something else',
    events: [
      ...sample.toDecide,
      sample.chosen({ ...title, of: 'before' }),
      sample.chosen(sample.choices.css),
    ],
    overview: records.undecided,
    detail: cells.outdated,
  }),
  exhibit({
    id: 'update-unknown',
    title: 'New template: a text of which nobody knows how it was at first',
    events: sample.toDecide,
    overview: records.asking,
    detail: cells.unknown,
  }),
  exhibit({
    id: 'update-setting',
    title: 'New template: a security setting',
    events: sample.toDecide,
    overview: records.asking,
    detail: cells.setting,
  }),
  exhibit({
    id: 'update-rights',
    title: 'New template: a change of rights',
    events: sample.toDecide,
    overview: records.undecided,
    detail: cells.permission,
  }),
  exhibit({
    id: 'update-narrower',
    title: 'New template: a right less',
    events: sample.toDecide,
    overview: records.undecided,
    detail: cells.narrower,
  }),
  exhibit({
    id: 'update-fault',
    title: 'New template: a record that can’t be applied as decided',
    events: sample.toDecide,
    overview: records.asking,
    detail: { ...cells.home, id: records.ids.orders, table: 'adx_webtemplate', title: 'Order history' },
  }),
  exhibit({
    id: 'update-decided',
    title: 'New template: all is decided',
    events: sample.allDecided,
    overview: records.decided,
  }),
  exhibit({
    id: 'update-applied',
    title: 'New template: applied',
    events: [...sample.allDecided, ...sample.applied],
    overview: records.decided,
  }),
  exhibit({
    id: 'update-many',
    title: 'New template: 10,000 records',
    events: sample.toDecide,
    overview: records.many,
  }),
];
