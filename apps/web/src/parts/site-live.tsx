import type { FindingFacts } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

type Props = Pick<FindingFacts['site-provisioned'], 'url' | 'trialDaysLeft'>;

/** The site that was created: its address and the trial's clock. Microsoft's word for its state is among the evidence. */
export function SiteLive({ url, trialDaysLeft }: Props) {
  return (
    <Note tone="good" title={hostOf(url)}>
      <span>
        {trialDaysLeft === undefined ? (
          <FormattedMessage id="web.site.created" defaultMessage="The site is there." />
        ) : (
          <FormattedMessage
            id="web.site.trial"
            defaultMessage="The site is there. It is a trial: {days, plural, one {# day is} other {# days are}} left. Convert it to production before that, or it is suspended."
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
