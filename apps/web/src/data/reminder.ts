import type { SiteClock } from '@portico/contract/findings';

export interface Reminder {
  /** Of the run: the same reminder, saved again, takes the place of the one before. */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  /** Opens the step. */
  readonly url: string;
  readonly clock: SiteClock;
  /** When the file is made. */
  readonly now: Date;
}

/** Days before the end on which people are reminded. */
const alarms = [14, 3];

/**
 * An appointment on the day when the trial ends, as RFC 5545 has it. Of the customer it says what the title says, and
 * nothing else. Written here: the one library in use folds by characters, not by bytes, and its alarms lack a digit
 * that the grammar wants, so strict calendars refuse them.
 */
export function reminderFile({ uid, title, text, url, clock, now }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portico//Trial clock//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}@portico`,
    `DTSTAMP:${stamp(now)}`,
    // Whoever saves it again after the dates have moved gets the newer ones.
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTART:${stamp(new Date(clock.suspendedOn))}`,
    'DURATION:PT1H',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url.replaceAll(control, '')}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-P${days}D`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20270221T120003Z`: UTC, so that no zone has to be described. */
const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

// oxlint-disable-next-line no-control-regex -- these are what a line may not hold (3.1)
const control = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** Text as a value (3.3.11): what separates is marked, an end of line is written as two characters. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(control, '');

/** At most 75 bytes a line, the others begin with a space (3.1); never in the middle of a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, used] = ['', 0];
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (used + length > 75) [out, used] = [`${out}\r\n `, 1];
    out += character;
    used += length;
  }
  return out;
}
