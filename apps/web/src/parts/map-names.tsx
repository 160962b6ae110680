import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ResolvedMap } from '@portico/contract/findings';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';
import { useSay } from '../text/say.ts';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) 16px minmax(0, 4fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  arrow: {
    paddingTop: '2px',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 560px)': { display: 'none' },
  },
  wanted: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  name: {
    ...typographyStyles.body1Strong,
    overflowWrap: 'anywhere',
    display: 'flex',
    gap: tokens.spacingHorizontalS,
  },
  reason: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  wide: { gridColumn: '1 / -1' },
});

/** The names in Microsoft's documentation, word for word. */
const wantedNames: Readonly<Record<ResolvedMap['wanted'], MessageDescriptor>> = {
  'sales-order-header': msg({ id: 'web.map.sales-order-header', defaultMessage: 'Sales Order Header' }),
  'sales-order-details': msg({ id: 'web.map.sales-order-details', defaultMessage: 'Sales Order Details' }),
  accounts: msg({ id: 'web.map.accounts', defaultMessage: 'Accounts' }),
  contacts: msg({ id: 'web.map.contacts', defaultMessage: 'Contacts' }),
  products: msg({ id: 'web.map.products', defaultMessage: 'Products' }),
};

interface Props {
  readonly maps: readonly ResolvedMap[];
  readonly choices: Readonly<Record<string, string>>;
  readonly onChoose: (wanted: string, id: string) => void;
}

/** Left the name in the documentation, right the map it means here and why. Asks where it means several. */
export function MapNames({ maps, choices, onChoose }: Props) {
  const styles = useStyles();
  const say = useSay();
  return (
    <ul className={styles.list}>
      {maps.map(({ wanted, chosen, candidates, reason }) => {
        const ambiguous = candidates.length > 1 && (!chosen || choices[wanted] !== undefined);
        return (
          <li key={wanted} className={styles.row}>
            <span className={styles.wanted}>
              <FormattedMessage {...wantedNames[wanted]} />
            </span>
            <span className={styles.arrow} aria-hidden>
              <ArrowRight16Regular />
            </span>
            <div>
              <span className={styles.name}>
                {!chosen && <Symbol name="unknown" />}
                {chosen ? (
                  chosen.name
                ) : candidates.length > 0 ? (
                  <FormattedMessage
                    id="web.map.ambiguous"
                    defaultMessage="Means one of {n, number} maps: please choose"
                    values={{ n: candidates.length }}
                  />
                ) : (
                  <FormattedMessage id="web.map.missing" defaultMessage="No such map in this environment" />
                )}
              </span>
              <p className={styles.reason}>
                {say({ id: reason })}
                {chosen && ` · ${chosen.version} · ${chosen.author}`}
              </p>
            </div>
            {ambiguous && (
              <div className={styles.wide}>
                <RadioCards
                  legend={
                    <FormattedMessage
                      id="web.map.which"
                      defaultMessage="Which map is “{name}” here?"
                      values={{ name: <FormattedMessage {...wantedNames[wanted]} /> }}
                    />
                  }
                >
                  {candidates.map(({ id, name, version, author }) => (
                    <RadioCard
                      key={id}
                      name={`map-${wanted}`}
                      value={id}
                      title={name}
                      checked={(choices[wanted] ?? chosen?.id) === id}
                      onChoose={() => onChoose(wanted, id)}
                    >
                      {`${version} · ${author}`}
                    </RadioCard>
                  ))}
                </RadioCards>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
