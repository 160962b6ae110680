import { makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { margin: 0, flex: '1 1 320px' },
});

/** Why a site isn't opened by a button where somebody is to be on it as a customer, and what to do instead. */
export function OwnWindow({ address }: { readonly address: string }) {
  const styles = useStyles();
  const intl = useIntl();
  return (
    <div className={styles.root}>
      <p className={styles.words}>
        <FormattedMessage
          id="web.own-window"
          defaultMessage="The button opens the site in this browser, where you are signed in yourself. To be on it as a customer, copy its address into a private window, or have the customer open it."
        />
      </p>
      <CopyButton
        text={address}
        label={intl.formatMessage({ id: 'web.own-window.copy', defaultMessage: 'Copy the site’s address' })}
      />
    </div>
  );
}
