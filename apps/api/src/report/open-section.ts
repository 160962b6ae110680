import { msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import { linked, section, table } from './document-parts.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  heading: msg({ id: 'report.open', defaultMessage: 'What is open' }),
  none: msg({
    id: 'report.open.none',
    defaultMessage: 'Nothing: every step is done and every check holds.',
  }),
  what: msg({ id: 'report.column.what', defaultMessage: 'What' }),
  owner: msg({ id: 'report.column.owner', defaultMessage: 'Who can do it' }),
  remedy: msg({ id: 'report.column.remedy', defaultMessage: 'What to do' }),
  quoted: msg({ id: 'report.open.quoted', defaultMessage: 'Microsoft said: {words}' }),
  overrides: msg({ id: 'report.overrides', defaultMessage: 'Overrides' }),
  passed: msg({
    id: 'report.overrides.given',
    defaultMessage: 'Passed by {name} on {at}, until {until}: {reason}',
  }),
  ended: msg({
    id: 'report.overrides.ended',
    defaultMessage: 'Was passed by {name} on {at}, and no longer is: {reason}',
  }),
  noOverrides: msg({
    id: 'report.overrides.none',
    defaultMessage:
      'None. No check that must hold was passed over. Advice stops nobody; where it stands, it is listed above.',
  }),
};

/** Open items with their owner and remedy, and what was passed over. */
export function openSection({ open, overrides }: ReportModel, { say }: Speaker): Content[] {
  return [
    section(say(text(words.heading))),
    open.length === 0
      ? { text: say(text(words.none)) }
      : table(
          ['*', 88, 196],
          [words.what, words.owner, words.remedy].map((word) => say(text(word))),
          open.map(({ title, says, owner, steps, link, quoted }) => [
            {
              stack: [
                { text: say(title), bold: true },
                ...says.map((sentence) => ({ text: say(sentence) })),
                ...(quoted ? [{ text: say(text(words.quoted, { words: quoted })), style: 'soft' }] : []),
              ],
            },
            { text: say(owner) },
            {
              stack: [
                steps.length > 1 ? { ol: steps.map(say) } : { text: steps.map(say).join(' ') },
                ...(link
                  ? [
                      {
                        stack: [linked(link, say(link))],
                        style: 'small',
                        margin: [0, 2, 0, 0] as [number, number, number, number],
                      },
                    ]
                  : []),
              ],
            },
          ]),
        ),
    section(say(text(words.overrides))),
    overrides.length === 0
      ? { text: say(text(words.noOverrides)) }
      : {
          ul: overrides.map(({ check, values, stands }) => ({
            stack: [
              { text: say(check), bold: true },
              { text: say(text(stands ? words.passed : words.ended, values)) },
            ],
          })),
        },
  ];
}
