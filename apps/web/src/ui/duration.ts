import { durationText } from '@portico/contract/duration';
import { type IntlShape } from 'react-intl';
import { sayWith } from '../text/say.ts';

/** "12 minutes". */
export const duration = (intl: IntlShape, seconds: number): string => sayWith(intl, durationText(seconds));

/** "12 minutes to 2 hours". */
export const durationRange = (intl: IntlShape, [least, most]: readonly [number, number]): string =>
  intl.formatMessage(
    { id: 'web.duration.range', defaultMessage: '{least} to {most}' },
    { least: duration(intl, least), most: duration(intl, most) },
  );
