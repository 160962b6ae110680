import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { useNow } from '../ui/use-now.ts';
import { isWaiting, lastHandOff } from './last-hand-off.ts';

/** "Waiting for Mona Berg since 14:02 · opened 14:10 · expires 3 December"; nothing where nobody was asked. */
export function HandOffLine({ operation }: { readonly operation: OperationState | undefined }) {
  const intl = useIntl();
  const now = useNow(30_000);
  const last = lastHandOff(operation);
  if (!last) return null;
  const { to, state, since, at } = last;
  const until = intl.formatDate(last.until, { day: 'numeric', month: 'long' });
  if (isWaiting(operation, now))
    return (
      <>
        <FormattedMessage
          id="web.hand-off.waiting"
          defaultMessage="Waiting for {to} since {since}"
          values={{ to, since: <Moment at={since} /> }}
        />
        {' · '}
        {state === 'opened' ? (
          <FormattedMessage
            id="web.hand-off.opened"
            defaultMessage="opened {at}"
            values={{ at: <Moment at={at} /> }}
          />
        ) : (
          <FormattedMessage id="web.hand-off.not-opened" defaultMessage="not opened yet" />
        )}
        {' · '}
        <FormattedMessage id="web.hand-off.expires" defaultMessage="expires {until}" values={{ until }} />
      </>
    );
  if (state === 'used')
    return (
      <FormattedMessage
        id="web.hand-off.used"
        defaultMessage="{to} did it, whom {by} had asked"
        values={{ to, by: last.by?.name ?? 'Portico' }}
      />
    );
  if (state === 'revoked') return null;
  return (
    <FormattedMessage
      id="web.hand-off.expired"
      defaultMessage="The link for {to} expired on {until}"
      values={{ to, until }}
    />
  );
}
