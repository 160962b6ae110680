import type { Change, Driver } from '@portico/plan/action';
import { type Message, msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import type { PerformedOperation } from './changes-made.ts';
import { copyingBlock } from './copying-block.ts';
import { factList, section, table } from './document-parts.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  heading: msg({ id: 'report.changes', defaultMessage: 'What was changed' }),
  none: msg({ id: 'report.changes.none', defaultMessage: 'Nothing: no change was begun in this set-up.' }),
  change: msg({ id: 'report.column.change', defaultMessage: 'Change' }),
  undo: msg({ id: 'report.column.undo', defaultMessage: 'Undo' }),
  outcome: msg({ id: 'report.column.outcome', defaultMessage: 'How far it got' }),
  how: msg({ id: 'report.operations', defaultMessage: 'Who did it, when, and how it ended' }),
  driver: msg({ id: 'report.operation.driver', defaultMessage: 'Done by' }),
  started: msg({ id: 'report.operation.started', defaultMessage: 'Started' }),
  finished: msg({ id: 'report.operation.finished', defaultMessage: 'Ended' }),
  ended: msg({ id: 'report.operation.outcome', defaultMessage: 'Outcome' }),
  left: msg({ id: 'report.operation.left', defaultMessage: 'What was left' }),
  sent: msg({ id: 'report.operation.sent', defaultMessage: 'Sent to Microsoft' }),
  writes: msg({
    id: 'report.operation.writes',
    defaultMessage:
      '{count, plural, one {One change, on {from}} other {# changes, from {from} to {to}}}. The calls are listed at the end.',
  }),
  undoing: msg({ id: 'report.undo', defaultMessage: 'How to undo it' }),
};

const undos = {
  possible: msg({ id: 'report.undo.possible', defaultMessage: 'Possible' }),
  'by-hand': msg({ id: 'report.undo.by-hand', defaultMessage: 'By hand' }),
  impossible: msg({ id: 'report.undo.impossible', defaultMessage: 'Can’t be undone' }),
} satisfies Record<Change['undo'], Message>;

const outcomes = {
  done: msg({ id: 'report.outcome.done', defaultMessage: 'Done, and proven' }),
  failed: msg({ id: 'report.outcome.failed', defaultMessage: 'Failed; may be there in part' }),
  cancelled: msg({ id: 'report.outcome.cancelled', defaultMessage: 'Cancelled; may be there in part' }),
  'under-way': msg({ id: 'report.outcome.under-way', defaultMessage: 'Under way' }),
} satisfies Record<PerformedOperation['outcome'], Message>;

const drivers = {
  automatic: msg({ id: 'report.driver.automatic', defaultMessage: 'Portico, on behalf of {by}' }),
  guided: msg({
    id: 'report.driver.guided',
    defaultMessage: 'A person in Microsoft’s page; Portico watched for {by}',
  }),
} satisfies Record<Driver, Message>;

/** The writes by system, the operations that made them, and how they are taken back. */
export function changesSection({ systems, operations, undoings }: ReportModel, speaker: Speaker): Content[] {
  const { say } = speaker;
  if (operations.length === 0) return [section(say(text(words.heading))), { text: say(text(words.none)) }];
  return [
    section(say(text(words.heading))),
    ...systems.flatMap(({ system, changes }): Content[] => [
      { text: say(system), style: 'step', headlineLevel: 1 },
      table(
        ['*', 84, 128],
        [words.change, words.undo, words.outcome].map((word) => say(text(word))),
        changes.map(({ says, undo, outcome }) => [
          { text: say(says) },
          { text: say(text(undos[undo])), bold: undo === 'impossible' },
          { text: say(text(outcomes[outcome])), bold: outcome !== 'done' },
        ]),
      ),
    ]),
    section(say(text(words.how))),
    ...operations.map((operation) => operationBlock(operation, speaker)),
    section(say(text(words.undoing))),
    ...undoings.flatMap(({ title, steps }): Content[] => [
      { text: say(title), style: 'step', headlineLevel: 1 },
      { ul: steps.map(say) },
    ]),
  ];
}

function operationBlock(operation: PerformedOperation, speaker: Speaker): Content {
  const { say } = speaker;
  const { copying, title, driver, by, startedAt, finishedAt, outcome, problem, left, writes } = operation;
  const ending = [say(text(outcomes[outcome])), ...(problem ? [say(problem)] : [])].join('. ');
  const [first, last] = [writes[0]?.at, writes.at(-1)?.at];
  const sent =
    first && last ? say(text(words.writes, { count: writes.length, from: first, to: last })) : undefined;
  const facts = factList([
    [say(text(words.driver)), say(text(drivers[driver], { by: by ?? '–' }))],
    [say(text(words.started)), say({ at: startedAt })],
    [say(text(words.finished)), finishedAt && say({ at: finishedAt })],
    [say(text(words.ended)), ending],
    [say(text(words.left)), left && say(left)],
    [say(text(words.sent)), sent],
  ]);
  return {
    stack: [
      { text: say(title), style: 'step', headlineLevel: 1 },
      facts,
      ...(copying ? [copyingBlock(copying, speaker)] : []),
    ],
  };
}
