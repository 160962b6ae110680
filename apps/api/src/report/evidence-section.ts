import { msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import { factList, section, table } from './document-parts.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  update: msg({ id: 'report.update', defaultMessage: 'How to keep it up to date' }),
  arrives: msg({
    id: 'report.update.arrives',
    defaultMessage:
      'Microsoft’s solution components arrive by themselves: new versions of the packages behind the site are installed in the environment without anybody doing anything.',
  }),
  merge: msg({
    id: 'report.update.merge',
    defaultMessage:
      'The site’s own configuration (its pages, templates and texts) does not change with them. Somebody must take the new template’s configuration and merge it with this site’s, keeping what was changed here.',
  }),
  life: msg({
    id: 'report.update.life',
    defaultMessage:
      'The site, the solutions and the configuration each have a life of their own: trial, production, upgrade, migration. The administrator decides when each moves on.',
  }),
  journal: msg({ id: 'report.journal', defaultMessage: 'The journal behind this report' }),
  last: msg({ id: 'report.journal.last', defaultMessage: 'Last entry' }),
  hash: msg({ id: 'report.journal.hash', defaultMessage: 'Its hash (SHA-256)' }),
  chain: msg({ id: 'report.journal.chain', defaultMessage: 'Chain' }),
  intact: msg({
    id: 'report.journal.intact',
    defaultMessage:
      'Intact. When this report was made, the hash of every entry was computed again from the first to the last, and all agree.',
  }),
  broken: msg({
    id: 'report.journal.broken',
    defaultMessage:
      'Broken at entry {seq}. What stands there is not what was written; entries before it agree. Keep the store as it is and tell whoever runs Portico.',
  }),
  cloud: msg({ id: 'report.journal.cloud', defaultMessage: 'Cloud' }),
  calls: msg({ id: 'report.calls', defaultMessage: 'Evidence: what Microsoft was asked' }),
  noCalls: msg({ id: 'report.calls.none', defaultMessage: 'No call to a Microsoft service is recorded.' }),
  leftOut: msg({
    id: 'report.calls.left-out',
    defaultMessage: 'The newest {shown, number} rows; {left, number} older ones are in the journal.',
  }),
  repeated: msg({
    id: 'report.calls.repeated',
    defaultMessage:
      'Reads that were answered alike are one row, with the newest time. Everything else is listed each time.',
  }),
  times: msg({ id: 'report.column.times', defaultMessage: 'Times' }),
  when: msg({ id: 'report.column.when', defaultMessage: 'When' }),
  call: msg({ id: 'report.column.call', defaultMessage: 'Call' }),
  answer: msg({ id: 'report.column.answer', defaultMessage: 'Answer' }),
  correlation: msg({ id: 'report.calls.correlation', defaultMessage: 'Microsoft’s correlation id: {id}' }),
  silence: msg({ id: 'report.calls.silence', defaultMessage: 'none' }),
};

/** How to keep the site up to date, the journal's integrity, and the calls that all of it stands on. */
export function evidenceSection({ journal, seen, cloud }: ReportModel, { say }: Speaker): Content[] {
  const { calls, leftOut } = seen;
  return [
    section(say(text(words.update))),
    { ul: [words.arrives, words.merge, words.life].map((word) => say(text(word))) },
    section(say(text(words.journal))),
    factList([
      [say(text(words.last)), String(journal.seq)],
      // In groups of eight, so that two people can read it to each other.
      [say(text(words.hash)), say(journal.hash).replaceAll(/(.{8})(?=.)/g, '$1 ') || '–'],
      [
        say(text(words.chain)),
        journal.broken === undefined
          ? say(text(words.intact))
          : { text: say(text(words.broken, { seq: journal.broken })), bold: true },
      ],
      [say(text(words.cloud)), say(cloud.name)],
    ]),
    section(
      say(text(words.calls)),
      [
        say(text(words.repeated)),
        ...(leftOut > 0 ? [say(text(words.leftOut, { shown: calls.length, left: leftOut }))] : []),
      ].join(' '),
    ),
    ...(calls.length === 0 ? [{ text: say(text(words.noCalls)) }] : []),
    ...[...Map.groupBy(calls, ({ service, host }) => [service, host].filter(Boolean).join(', '))].flatMap(
      ([place, its]): Content[] => [
        { text: say(place), style: 'step', headlineLevel: 1 },
        table(
          [96, '*', 36, 44],
          [words.when, words.call, words.times, words.answer].map((word) => say(text(word))),
          its.map(({ at, method, path, status, times, correlation }) => [
            { text: say({ at }), style: 'small' },
            {
              stack: [
                { text: say(`${method} ${path}`), fontSize: 8 },
                ...(correlation
                  ? [{ text: say(text(words.correlation, { id: correlation })), style: 'small' }]
                  : []),
              ],
            },
            { text: String(times), style: 'small' },
            { text: status > 0 ? String(status) : say(text(words.silence)), style: 'small' },
          ]),
        ),
      ],
    ),
  ];
}
