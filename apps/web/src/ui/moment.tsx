import { useIntl } from 'react-intl';
import { useNow } from './use-now.ts';

/** A time in the person's own zone; the whole of it on hover. */
export function Moment({ at }: { readonly at: string }) {
  const intl = useIntl();
  const date = new Date(at);
  const today = date.toDateString() === new Date(useNow(60_000)).toDateString();
  const short = today
    ? intl.formatTime(date, { hour: '2-digit', minute: '2-digit' })
    : intl.formatDate(date, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <time dateTime={at} title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'long' })}>
      {short}
    </time>
  );
}
