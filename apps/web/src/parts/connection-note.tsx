import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import type { Connection } from '../data/follow.ts';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  root: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
});

/** Says calmly when the line to the API is cut or slower than usual. Silent when all is well. */
export function ConnectionNote({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  if (connection === 'live' || connection === 'connecting') return null;
  return (
    <output className={styles.root}>
      <Symbol name="info" />
      {connection === 'offline' ? (
        <FormattedMessage
          id="web.connection.offline"
          defaultMessage="You are offline. This is what we knew last; it goes on by itself when the connection is back."
        />
      ) : (
        <FormattedMessage
          id="web.connection.polling"
          defaultMessage="Your network holds back live updates. We look every few seconds instead."
        />
      )}
    </output>
  );
}
