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
    defaultMessage: 'The newest {shown, number} calls; {left, number} older ones are in the journal.',
  }),
  when: msg({ id: 'report.column.when', defaultMessage: 'When' }),
  call: msg({ id: 'report.column.call', defaultMessage: 'Service and call' }),
  answer: msg({ id: 'report.column.answer', defaultMessage: 'Answer' }),
  correlation: msg({ id: 'report.column.correlation', defaultMessage: 'Microsoft’s correlation id' }),
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
      leftOut > 0 ? say(text(words.leftOut, { shown: calls.length, left: leftOut })) : undefined,
    ),
    calls.length === 0
      ? { text: say(text(words.noCalls)) }
      : table(
          [84, '*', 36, 142],
          [words.when, words.call, words.answer, words.correlation].map((word) => say(text(word))),
          calls.map(({ at, service, method, url, status, correlation }) => [
            { text: say({ at }), style: 'small' },
            {
              stack: [
                { text: say(service), fontSize: 8 },
                // Without its query: what was asked for is the endpoint, and a query may name people.
                { text: say(`${method} ${url.split(/[?#]/)[0] ?? ''}`), style: 'small' },
              ],
            },
            { text: status > 0 ? String(status) : say(text(words.silence)), style: 'small' },
            { text: say(correlation ?? '–'), style: 'small' },
          ]),
        ),
  ];
}
