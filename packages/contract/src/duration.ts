import { msg, type Text, text } from '@portico/plan/text';

const words = {
  seconds: msg({
    id: 'duration.seconds',
    defaultMessage: '{n, plural, one {# second} other {# seconds}}',
  }),
  minutes: msg({
    id: 'duration.minutes',
    defaultMessage: '{n, plural, one {# minute} other {# minutes}}',
  }),
  hours: msg({ id: 'duration.hours', defaultMessage: '{n, plural, one {# hour} other {# hours}}' }),
  days: msg({ id: 'duration.days', defaultMessage: '{n, plural, one {# day} other {# days}}' }),
};

/** "12 minutes": one unit, never false precision. */
export function durationText(seconds: number): Text {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return text(words.seconds, { n: s });
  if (s < 90 * 60) return text(words.minutes, { n: Math.round(s / 60) });
  if (s < 36 * 3600) return text(words.hours, { n: Math.round(s / 3600) });
  return text(words.days, { n: Math.round(s / 86_400) });
}
