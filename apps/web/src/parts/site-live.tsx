import type { FindingFacts } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

/** The site that was created: its address, its state in Microsoft's words, and the trial's clock. */
export function SiteLive({ url, status, trialDaysLeft }: FindingFacts['site-provisioned']) {
  return (
    <Note tone="good" title={hostOf(url)}>
      <span>
        <FormattedMessage
          id="web.site.status"
          defaultMessage="Microsoft’s word for its state: {status}."
          values={{ status }}
        />{' '}
        {trialDaysLeft !== undefined && (
          <FormattedMessage
            id="web.site.trial"
            defaultMessage="It is a trial: {days, plural, one {# day is} other {# days are}} left before it is suspended. Convert it to production before that."
            values={{ days: trialDaysLeft }}
          />
        )}
      </span>
      <OutsideButton href={url}>
        <FormattedMessage id="web.site.open" defaultMessage="Open the site" />
      </OutsideButton>
    </Note>
  );
}
