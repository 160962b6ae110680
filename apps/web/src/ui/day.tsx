import { useIntl } from 'react-intl';

/** A day with its year, for what is weeks away; the instant on hover. */
export function Day({ at }: { readonly at: string }) {
  const intl = useIntl();
  const date = new Date(at);
  return (
    <time dateTime={at} title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'long' })}>
      {intl.formatDate(date, { dateStyle: 'long' })}
    </time>
  );
}
