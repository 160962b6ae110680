import type { Detail } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import type { CheckedRow } from './checked-steps.ts';
import { mark, section, table } from './document-parts.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  heading: msg({ id: 'report.checks', defaultMessage: 'What was checked' }),
  intro: msg({
    id: 'report.checks.intro',
    defaultMessage:
      'Each check with its newest result, who had it looked at, when, and which of Microsoft’s services answered.',
  }),
  step: msg({ id: 'report.checks.step', defaultMessage: '{title}: {status}' }),
  check: msg({ id: 'report.column.check', defaultMessage: 'Check and finding' }),
  result: msg({ id: 'report.column.result', defaultMessage: 'Result' }),
  read: msg({ id: 'report.column.read', defaultMessage: 'Read' }),
  source: msg({ id: 'report.checks.source', defaultMessage: 'From {services}' }),
  undocumented: msg({
    id: 'report.checks.undocumented',
    defaultMessage: 'Partly through an interface that Microsoft doesn’t document.',
  }),
};

const results = {
  ok: msg({ id: 'report.result.ok', defaultMessage: 'Holds' }),
  warn: msg({ id: 'report.result.warn', defaultMessage: 'Advice' }),
  blocked: msg({ id: 'report.result.blocked', defaultMessage: 'Doesn’t hold' }),
  todo: msg({ id: 'report.result.todo', defaultMessage: 'To be done' }),
  unknown: msg({ id: 'report.result.unknown', defaultMessage: 'Can’t be verified' }),
  skipped: msg({ id: 'report.result.skipped', defaultMessage: 'Not looked at' }),
  'not-looked': msg({ id: 'report.result.not-looked', defaultMessage: 'Not looked at' }),
} satisfies Record<CheckedRow['state'], Message>;

const sureness = {
  proved: msg({ id: 'report.detail.proved', defaultMessage: 'Proved' }),
  probable: msg({ id: 'report.detail.probable', defaultMessage: 'Probable' }),
  'not-found': msg({ id: 'report.detail.not-found', defaultMessage: 'Not found' }),
  'not-checked': msg({ id: 'report.detail.not-checked', defaultMessage: 'Could not check' }),
} satisfies Record<Detail['state'], Message>;

/** Every check of every step, with its finding and where it was read. */
export function checksSection({ steps }: ReportModel, { say }: Speaker): Content[] {
  const head = ['', words.check, words.result, words.read].map((word) =>
    typeof word === 'string' ? word : say(text(word)),
  );
  return [
    section(say(text(words.heading)), say(text(words.intro))),
    ...steps.flatMap(({ title, status, rows }): Content[] => [
      {
        text: say(text(words.step, { title: say(title), status: say(status) })),
        style: 'step',
        headlineLevel: 1,
      },
      table(
        [12, '*', 74, 142],
        head,
        rows.map(({ title, state, says, details, at, by, sources, undocumented }) => [
          mark(state),
          {
            stack: [
              { text: say(title), bold: true },
              { text: say(says) },
              ...details.map((detail) => ({
                text: `${say(text(sureness[detail.state]))}: ${say(detail.says)}`,
                style: 'soft',
                margin: [0, 1, 0, 0] as [number, number, number, number],
              })),
            ],
          },
          { text: say(text(results[state])), bold: state !== 'ok' },
          {
            stack: [
              [at ? say({ at }) : '', by ? say(by) : ''].filter(Boolean).join(', '),
              ...(sources.length > 0
                ? [say(text(words.source, { services: sources.map(say).join(', ') }))]
                : []),
              ...(undocumented ? [say(text(words.undocumented))] : []),
            ],
            style: 'soft',
          },
        ]),
      ),
    ]),
  ];
}
