import type { CopiedMap, Copying } from '@portico/contract/copying';
import { durationText } from '@portico/contract/duration';
import type { SecondsRange } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { table } from './document-parts.ts';
import type { Speaker } from './speaker.ts';

const words = {
  heading: msg({
    id: 'report.copying',
    defaultMessage: 'The first copying of rows, as expected before the start and as it went',
  }),
  before: msg({
    id: 'report.copying.before',
    defaultMessage:
      'Expected in all: {rows, plural, one {# row} other {# rows}}, {range, select, unknown {and too few could be counted to say how long} other {in {range}}}.',
  }),
  seen: msg({
    id: 'report.copying.seen',
    defaultMessage:
      'A person started the maps in Microsoft’s page: {seen} went by until all were seen to run, the person’s own time among it. What each map took isn’t known.',
  }),
  unmeasured: msg({
    id: 'report.copying.unmeasured',
    defaultMessage:
      'Of {n, plural, one {one more map} other {# more maps}} nobody told how many rows were copied.',
  }),
  map: msg({ id: 'report.copying.map', defaultMessage: 'Table map' }),
  expected: msg({ id: 'report.copying.expected', defaultMessage: 'Rows expected' }),
  rows: msg({ id: 'report.copying.rows', defaultMessage: 'Rows copied' }),
  range: msg({ id: 'report.copying.range', defaultMessage: 'Time expected' }),
  took: msg({ id: 'report.copying.took', defaultMessage: 'Time taken' }),
  total: msg({
    id: 'report.copying.total',
    defaultMessage: 'Together, {n, plural, one {the one map} other {the # maps}} of which all is known',
  }),
  between: msg({ id: 'report.copying.between', defaultMessage: '{least} to {most}' }),
  count: msg({ id: 'report.copying.count', defaultMessage: '{n, number}' }),
  unknown: msg({ id: 'report.copying.unknown', defaultMessage: 'not known' }),
};

/** Rows and time of each map that was copied, expected and actual, so that the next estimate can be judged. */
export function copyingBlock(copying: Copying, { say }: Speaker): Content {
  const { maps, total, unmeasured, expected, seen } = copying;
  const lasting = (seconds: number) => say(durationText(seconds));
  const between = ([least, most]: SecondsRange) =>
    say(text(words.between, { least: lasting(least), most: lasting(most) }));
  const count = (n: number) => say(text(words.count, { n }));
  const unknown = say(text(words.unknown));
  const row = (name: string, map: Omit<CopiedMap, 'name'>, bold = false): TableCell[] =>
    [
      name,
      map.expected ? count(map.expected.rows) : unknown,
      count(map.rows),
      map.expected ? between(map.expected.seconds) : unknown,
      map.took === undefined ? unknown : lasting(map.took),
    ].map((cell) => ({ text: cell, bold }));
  const range = expected.seconds ? between(expected.seconds) : 'unknown';
  const lines = [
    text(words.before, { rows: expected.rows, range }),
    ...(seen === undefined ? [] : [text(words.seen, { seen: lasting(seen) })]),
    ...(unmeasured > 0 && maps.length > 0 ? [text(words.unmeasured, { n: unmeasured })] : []),
  ];
  return {
    stack: [
      { text: say(text(words.heading)), style: 'head', margin: [0, 8, 0, 2] },
      { text: lines.map(say).join(' ') },
      ...(maps.length > 0
        ? [
            table(
              ['*', 64, 64, 110, 70],
              [words.map, words.expected, words.rows, words.range, words.took].map((word) => say(text(word))),
              [
                ...maps.map((map) => row(say(map.name), map)),
                ...(total ? [row(say(text(words.total, { n: total.maps })), total, true)] : []),
              ],
            ),
          ]
        : []),
    ],
  };
}
