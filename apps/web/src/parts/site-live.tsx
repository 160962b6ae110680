import type { SiteClock } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

interface Props {
  readonly url: string;
  /** Of a trial. */
  readonly clock: SiteClock | undefined;
}

/** The site that was created: its address and the trial's clock. Microsoft's word for its state is among the evidence. */
export function SiteLive({ url, clock }: Props) {
  return (
    <Note tone="good" title={hostOf(url)}>
      <span>
        {clock === undefined || clock.suspended ? (
          <FormattedMessage id="web.site.created" defaultMessage="The site is there." />
        ) : (
          <FormattedMessage
            id="web.site.trial"
            defaultMessage="The site is there. It is a trial: {days, plural, one {# day is} other {# days are}} left. Convert it to production before that, or it is suspended."
            values={{ days: clock.left }}
          />
        )}
      </span>
      <OutsideButton href={url}>
        <FormattedMessage id="web.site.open" defaultMessage="Open the site" />
      </OutsideButton>
    </Note>
  );
}
