import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { MapApart } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { useSay } from '../text/say.ts';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  reason: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Maps that must not run while the portal's do; one that runs is what has to be stopped. */
export function MapsApart({ maps }: { readonly maps: readonly MapApart[] }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <ul className={styles.list}>
      {maps.map(({ id, name, version, running, reason }) => (
        <li key={id} className={styles.row}>
          <Symbol name={running ? 'bad' : 'good'} />
          <div>
            <span className={styles.name}>
              {running ? (
                <FormattedMessage
                  id="web.map-apart.runs"
                  defaultMessage="{name} {version} runs: stop it"
                  values={{ name, version }}
                />
              ) : (
                <FormattedMessage
                  id="web.map-apart.off"
                  defaultMessage="{name} {version} doesn’t run: leave it so"
                  values={{ name, version }}
                />
              )}
            </span>
            <p className={styles.reason}>{say({ id: reason })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
