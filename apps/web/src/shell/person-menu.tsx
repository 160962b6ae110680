import { Button, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { PersonCircle20Regular } from '@fluentui/react-icons/svg/person-circle';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthClient } from '../data/auth.ts';
import { Popover } from '../ui/popover.tsx';
import { chooseTheme, useThemeChoice } from './theme.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  username: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  theme: { border: 'none', margin: 0, padding: 0 },
  legend: { ...typographyStyles.caption1Strong, padding: 0 },
  short: {
    maxWidth: '16ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 640px)': { display: 'none' },
  },
});

/** Who is signed in, how it looks, and the way out. */
export function PersonMenu({ auth }: { readonly auth: AuthClient }) {
  const styles = useStyles();
  const intl = useIntl();
  const theme = useThemeChoice();
  const name = auth.account?.name ?? '';
  return (
    <Popover
      label={intl.formatMessage({ id: 'web.person', defaultMessage: 'You: {name}' }, { name })}
      button={
        <>
          <PersonCircle20Regular aria-hidden />
          <span className={styles.short}>{name}</span>
        </>
      }
    >
      <div className={styles.root}>
        <div>
          <p className={styles.name}>{name}</p>
          <p className={styles.username}>{auth.account?.username}</p>
        </div>
        <fieldset className={styles.theme}>
          <legend className={styles.legend}>
            <FormattedMessage id="web.theme" defaultMessage="Colours" />
          </legend>
          <RadioGroup value={theme} onChange={(_, { value }) => chooseTheme(value)}>
            <Radio
              value="system"
              label={intl.formatMessage({ id: 'web.theme.system', defaultMessage: 'As the system' })}
            />
            <Radio
              value="light"
              label={intl.formatMessage({ id: 'web.theme.light', defaultMessage: 'Light' })}
            />
            <Radio
              value="dark"
              label={intl.formatMessage({ id: 'web.theme.dark', defaultMessage: 'Dark' })}
            />
          </RadioGroup>
        </fieldset>
        <Button onClick={() => void auth.signIn({ another: true }).catch(() => undefined)}>
          <FormattedMessage id="web.person.switch" defaultMessage="Use another account" />
        </Button>
        <Button onClick={() => void auth.signOut()}>
          <FormattedMessage id="web.person.sign-out" defaultMessage="Sign out" />
        </Button>
      </div>
    </Popover>
  );
}
