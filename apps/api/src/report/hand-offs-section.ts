import { type Message, msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import { section, table } from './document-parts.ts';
import type { HandedOver } from './handed-over.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  heading: msg({ id: 'report.hand-offs', defaultMessage: 'What others were asked for' }),
  none: msg({ id: 'report.hand-offs.none', defaultMessage: 'Nothing: nobody else was asked by a link.' }),
  to: msg({ id: 'report.column.to', defaultMessage: 'Who' }),
  what: msg({ id: 'report.column.what', defaultMessage: 'What' }),
  by: msg({ id: 'report.column.by', defaultMessage: 'Asked by' }),
  outcome: msg({ id: 'report.column.became', defaultMessage: 'What became of it' }),
};

const outcomes = {
  given: msg({ id: 'report.hand-off.given', defaultMessage: 'The link was not opened yet.' }),
  opened: msg({ id: 'report.hand-off.opened', defaultMessage: 'The link was opened on {at}.' }),
  used: msg({ id: 'report.hand-off.used', defaultMessage: 'Done, and proven, on {at}.' }),
  revoked: msg({ id: 'report.hand-off.revoked', defaultMessage: 'The link ended unused on {at}.' }),
  expired: msg({
    id: 'report.hand-off.expired',
    defaultMessage: 'The link expired unused; noticed on {at}.',
  }),
} satisfies Record<HandedOver['state'], Message>;

/** Hand-offs: to whom, for what, by whom, when, and how they ended. */
export function handOffsSection({ handOffs }: ReportModel, { say }: Speaker): Content[] {
  const heading = section(say(text(words.heading)));
  if (handOffs.length === 0) return [heading, { text: say(text(words.none)) }];
  return [
    heading,
    table(
      [96, '*', 110, 130],
      [words.to, words.what, words.by, words.outcome].map((word) => say(text(word))),
      handOffs.map(({ to, what, by, since, state, at }) => [
        { text: say(to), bold: true },
        { text: say(what) },
        { stack: [say(by ?? '–'), say({ at: since })], style: 'soft' },
        { text: say(text(outcomes[state], { at })) },
      ]),
    ),
  ];
}
