import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocation } from '@tanstack/react-router';
import { consentLink } from '../data/consent-link.ts';
import { useWorkspace } from '../data/workspace.ts';
import ArrivalNote from '../parts/arrival-note.tsx';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalXXL } });

/** Says on the page that a sign-in led back to how it went; on the next page it is no news any more. */
export function Arrived() {
  const styles = useStyles();
  const { auth, config, arrivedAt } = useWorkspace();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const { consented, refused } = auth.arrival;
  if (here !== arrivedAt || !(consented || refused)) return null;
  return (
    <div className={styles.root}>
      <ArrivalNote arrival={auth.arrival} consentLink={consentLink(config, auth.account?.tenant ?? '')} />
    </div>
  );
}
