import { makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { factsOf } from './facts.ts';
import { InviteeLinks } from './invitee-links.tsx';
import type { StepModel } from './step-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL, width: '100%', minWidth: 0 },
  address: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { margin: 0, flex: '1 1 240px' },
});

/** For whoever is to be on the portal as a customer: the links of the invitations, and why not in this very window. */
export function AtThePortal({ model: { state, invitees, ways } }: { readonly model: StepModel }) {
  const styles = useStyles();
  const intl = useIntl();
  const people = factsOf(state, 'users-invited')?.people ?? [];
  const url = factsOf(state, 'site-provisioned')?.url;
  return (
    <div className={styles.root}>
      {people.some(({ state: is }) => is === 'open') && (
        <InviteeLinks
          lead={
            <FormattedMessage
              id="web.portal.links"
              defaultMessage="Each link registers one person, once. Open it in a private window, or give it to that person."
            />
          }
          people={people}
          invitees={invitees}
          ways={ways}
        />
      )}
      {url && (
        <div className={styles.address}>
          <p className={styles.words}>
            <FormattedMessage
              id="web.portal.own-window"
              defaultMessage="The button below opens the site in this browser, where you are yourself. To be on it as a customer, copy the address into a private window, or have the contact open it."
            />
          </p>
          <CopyButton
            text={url}
            label={intl.formatMessage({ id: 'web.portal.copy', defaultMessage: 'Copy the site’s address' })}
          />
        </div>
      )}
    </div>
  );
}
