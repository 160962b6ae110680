import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OrderedMap } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    listStylePosition: 'inside',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  needed: {
    marginInlineStart: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 560px)': { marginInlineStart: tokens.spacingHorizontalM },
  },
  wanted: { ...typographyStyles.body1Strong },
  tag: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, fontWeight: 'normal' },
});

/** The order in which maps run: what a map needs stands above it, one step in. */
export function MapOrder({ order }: { readonly order: readonly OrderedMap[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {order.map(({ id, name, wanted }) => (
        <li key={id} className={wanted ? styles.wanted : styles.needed}>
          {name}
          {!wanted && (
            <span className={styles.tag}>
              {' · '}
              <FormattedMessage id="web.map.needed" defaultMessage="needed by what follows" />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
