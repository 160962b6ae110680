import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import type { PublicConfig } from '@portico/contract/public-config';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthClient } from '../data/auth.ts';
import { consentLink } from '../data/consent-link.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { usePage } from './use-page.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalXXL,
    justifyItems: 'start',
    paddingTop: '6vh',
    paddingBottom: tokens.spacingVerticalXXL,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  line: { ...typographyStyles.body1, display: 'flex', gap: tokens.spacingHorizontalM },
  sign: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  big: { minHeight: '44px' },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Only for who comes back without being signed in: it brings the words for all that can go wrong. */
const ArrivalNote = lazy(() => import('../parts/arrival-note.tsx'));

interface Props {
  readonly auth: AuthClient | undefined;
  readonly config?: PublicConfig | undefined;
}

/** Before anybody signed in: what this is and the one button. Pressed before the library is there, it waits. */
export function SignIn({ auth, config }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [wanted, setWanted] = useState(false);
  const { refused, consented = false } = auth?.arrival ?? {};
  const title = intl.formatMessage({
    id: 'web.sign-in.title',
    defaultMessage: 'Your Customer Portal, step by step',
  });
  usePage(title);
  useEffect(() => {
    if (!wanted || !auth) return;
    const hint = new URLSearchParams(window.location.search).get('login_hint');
    // Refused with one account, the same one would be taken again without asking.
    const another = refused !== undefined && refused.code !== 'sign-in-cancelled';
    auth.signIn(hint ? { hint } : { another }).catch(() => setWanted(false));
  }, [wanted, auth, refused]);
  return (
    <div className={styles.root}>
      <PageHeading
        title={title}
        why={
          <FormattedMessage
            id="web.sign-in.why"
            defaultMessage="From Dynamics 365 Supply Chain Management to a live portal for your customers, without a line of code."
          />
        }
      />
      {auth && config && (refused || consented) && (
        <Suspense>
          <ArrivalNote arrival={auth.arrival} consentLink={consentLink(config, 'organizations')} />
        </Suspense>
      )}
      <ul className={styles.list}>
        <li className={styles.line}>
          <Checkmark20Regular className={styles.sign} aria-hidden />
          <FormattedMessage
            id="web.sign-in.first"
            defaultMessage="We look before anything changes, and say what is missing and who can mend it."
          />
        </li>
        <li className={styles.line}>
          <Checkmark20Regular className={styles.sign} aria-hidden />
          <FormattedMessage
            id="web.sign-in.second"
            defaultMessage="Nothing is written until you have seen the whole list of changes."
          />
        </li>
        <li className={styles.line}>
          <Checkmark20Regular className={styles.sign} aria-hidden />
          <FormattedMessage
            id="web.sign-in.third"
            defaultMessage="You can leave at any time. Everything is where you left it."
          />
        </li>
      </ul>
      <Button
        appearance="primary"
        size="large"
        className={styles.big}
        disabledFocusable={wanted}
        onClick={() => setWanted(true)}
      >
        <FormattedMessage id="web.sign-in" defaultMessage="Sign in with Microsoft" />
      </Button>
      <p className={styles.quiet}>
        <FormattedMessage
          id="web.sign-in.account"
          defaultMessage="Use your account in the customer’s organization. Portico works with your rights and never with more."
        />
      </p>
    </div>
  );
}
