import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { reminderFile } from './reminder.ts';

const clock = {
  suspendedOn: '2027-02-21T12:00:03.000Z',
  deletedOn: '2027-02-28T12:00:03.000Z',
  left: 60,
  suspended: false,
};
const given = {
  uid: '0b6c',
  title: 'The trial of “Contoso orders” ends',
  text: 'Convert it.',
  url: 'https://portico.example/runs/0b6c/go-live',
  clock,
  now: new Date('2026-11-26T20:00:00Z'),
};

/** What a calendar reads: lines put together again, then property by property. */
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const value = (file: string, name: string) =>
  unfold(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? '';
const unescape = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));

test('one appointment at the instant of the end, with two alarms before it', () => {
  expect(unfold(reminderFile(given))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portico//Trial clock//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:0b6c@portico',
    'DTSTAMP:20261126T200000Z',
    'SEQUENCE:29928720',
    'DTSTART:20270221T120003Z',
    'DURATION:PT1H',
    'SUMMARY:The trial of “Contoso orders” ends',
    'DESCRIPTION:Convert it.',
    'URL:https://portico.example/runs/0b6c/go-live',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:The trial of “Contoso orders” ends',
    'TRIGGER:-P14D',
    'END:VALARM',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:The trial of “Contoso orders” ends',
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('saved again it is the same appointment, and the newer one', () => {
  const [first, second] = [given, { ...given, now: new Date('2026-11-27T20:00:00Z') }].map(reminderFile);
  expect(value(first ?? '', 'UID')).toBe(value(second ?? '', 'UID'));
  expect(Number(value(second ?? '', 'SEQUENCE'))).toBeGreaterThan(Number(value(first ?? '', 'SEQUENCE')));
});

test('whatever people call their site: lines of 75 bytes at most, no end of line but CRLF, read back as written', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 300 }), string({ unit: 'binary' }), (title, text) => {
      const file = reminderFile({ ...given, title, text });
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      // oxlint-disable-next-line no-control-regex -- these are what a file may not hold
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
      const lines = title.replaceAll(/\r\n|\r/g, '\n');
      // oxlint-disable-next-line no-control-regex -- as above
      const plain = lines.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
      expect(unescape(value(file, 'SUMMARY'))).toBe(plain);
    }),
  );
});

test('a name can’t begin a property of its own', () => {
  const file = reminderFile({ ...given, title: 'x\r\nATTACH:https://evil.example/;a,b\\n' });
  expect(unfold(file).some((line) => line.startsWith('ATTACH'))).toBe(false);
  expect(value(file, 'SUMMARY')).toBe('x\\nATTACH:https://evil.example/\\;a\\,b\\\\n');
});
