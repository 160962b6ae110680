import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWorkspace } from '../data/workspace.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { paths } from '../paths.ts';
import { AppLink } from '../ui/navigation.tsx';
import { usePage } from './use-page.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXL, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'center' },
});

/** A set-up that isn't there, or is another organization's: the two look the same. */
export function NoSuchRun() {
  const styles = useStyles();
  const intl = useIntl();
  const { auth } = useWorkspace();
  const title = intl.formatMessage({ id: 'web.no-run', defaultMessage: 'There is no such set-up here' });
  usePage(title);
  return (
    <div className={styles.root}>
      <PageHeading
        title={title}
        why={
          <FormattedMessage
            id="web.no-run.why"
            defaultMessage="The address may be cut off, or the set-up belongs to another organization than {username}."
            values={{ username: auth.account?.username ?? '' }}
          />
        }
      />
      <div className={styles.row}>
        <AppLink href={paths.home}>
          <FormattedMessage id="web.not-found.home" defaultMessage="Go to your set-ups" />
        </AppLink>
        <Button onClick={() => void auth.signIn({ another: true }).catch(() => undefined)}>
          <FormattedMessage id="web.person.switch" defaultMessage="Use another account" />
        </Button>
      </div>
    </div>
  );
}
