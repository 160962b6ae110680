import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Values } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', minWidth: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { ...typographyStyles.body1Strong },
  value: { margin: 0, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface Props {
  /** Of the problem: `service` and `scopes` as far as it names them. */
  readonly values: Values | undefined;
  readonly link: string;
}

/** Which consent is missing, who can give it, and the link to send to them. */
export function ConsentWays({ values = {}, link }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { service, scopes } = values;
  return (
    <div className={styles.root}>
      <dl className={styles.facts}>
        {scopes && (
          <>
            <dt className={styles.name}>
              <FormattedMessage id="web.consent.missing" defaultMessage="Missing permission" />
            </dt>
            <dd className={styles.value}>{[service, scopes].filter(Boolean).join(': ')}</dd>
          </>
        )}
        <dt className={styles.name}>
          <FormattedMessage id="web.consent.who" defaultMessage="Who can give it" />
        </dt>
        <dd className={styles.value}>
          <FormattedMessage
            id="web.consent.who.roles"
            defaultMessage="A tenant administrator: Global Administrator, Privileged Role Administrator or Cloud Application Administrator. Once is enough for everybody in your organization."
          />
        </dd>
        <dt className={styles.name}>
          <FormattedMessage id="web.consent.link" defaultMessage="Consent link" />
        </dt>
        <dd className={styles.value}>{link}</dd>
      </dl>
      <div className={styles.row}>
        <CopyButton
          big
          text={link}
          label={intl.formatMessage({ id: 'web.consent.copy', defaultMessage: 'Copy the consent link' })}
        />
        <OutsideButton href={link}>
          <FormattedMessage id="web.problem.consent" defaultMessage="Open the consent page" />
        </OutsideButton>
      </div>
    </div>
  );
}
