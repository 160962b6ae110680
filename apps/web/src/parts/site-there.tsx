import { Button } from '@fluentui/react-components';
import type { ThereSite } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Note } from '../ui/note.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';

interface Props {
  readonly site: ThereSite;
  /** Power Pages names its template. */
  readonly sure: boolean;
  /** The address above is this site’s already. */
  readonly taken: boolean;
  readonly onUse: () => void;
}

/** A portal that is in the environment already: it is gone on with by one click. */
export function SiteThere({ site, sure, taken, onUse }: Props) {
  return (
    <Note
      tone={taken ? 'quiet' : 'careful'}
      title={
        <FormattedMessage
          id="web.site.there"
          defaultMessage="There is {sure, select, true {a Customer Portal} other {a site that may be a Customer Portal}} in this environment: {name}"
          values={{ name: site.name || hostOf(site.url), sure: String(sure) }}
        />
      }
    >
      <OutsideLink href={site.url}>{hostOf(site.url)}</OutsideLink>
      {taken ? (
        <span>
          <FormattedMessage
            id="web.site.there.taken"
            defaultMessage="This set-up goes on with it: nothing is created."
          />
        </span>
      ) : (
        <>
          <span>
            <FormattedMessage
              id="web.site.there.why"
              defaultMessage="Microsoft allows one. Go on with it, or delete it in Power Pages to create another."
            />
          </span>
          <Button onClick={onUse}>
            <FormattedMessage id="web.site.there.use" defaultMessage="Use this site" />
          </Button>
        </>
      )}
    </Note>
  );
}
