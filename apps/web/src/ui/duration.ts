import { type IntlShape } from 'react-intl';
import { msg } from '@portico/plan/text';

const words = {
  seconds: msg({
    id: 'web.duration.seconds',
    defaultMessage: '{n, plural, one {# second} other {# seconds}}',
  }),
  minutes: msg({
    id: 'web.duration.minutes',
    defaultMessage: '{n, plural, one {# minute} other {# minutes}}',
  }),
  hours: msg({ id: 'web.duration.hours', defaultMessage: '{n, plural, one {# hour} other {# hours}}' }),
  days: msg({ id: 'web.duration.days', defaultMessage: '{n, plural, one {# day} other {# days}}' }),
};

/** "12 minutes": one unit, never false precision. */
export function duration(intl: IntlShape, seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return intl.formatMessage(words.seconds, { n: s });
  if (s < 90 * 60) return intl.formatMessage(words.minutes, { n: Math.round(s / 60) });
  if (s < 36 * 3600) return intl.formatMessage(words.hours, { n: Math.round(s / 3600) });
  return intl.formatMessage(words.days, { n: Math.round(s / 86_400) });
}

/** "12 minutes to 2 hours". */
export const durationRange = (intl: IntlShape, [least, most]: readonly [number, number]): string =>
  intl.formatMessage(
    { id: 'web.duration.range', defaultMessage: '{least} to {most}' },
    { least: duration(intl, least), most: duration(intl, most) },
  );
