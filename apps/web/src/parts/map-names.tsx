import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ResolvedMap } from '@portico/contract/findings';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { ReactNode } from 'react';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';
import { useSay } from '../text/say.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { MapChoice } from './map-choice.tsx';

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

/** The names in Microsoft's documentation, word for word; the last two are ours. */
const wantedNames: Readonly<Record<ResolvedMap['wanted'], MessageDescriptor>> = {
  'sales-order-header': msg({ id: 'web.map.sales-order-header', defaultMessage: 'Sales Order Header' }),
  'sales-order-details': msg({ id: 'web.map.sales-order-details', defaultMessage: 'Sales Order Details' }),
  accounts: msg({ id: 'web.map.accounts', defaultMessage: 'Accounts' }),
  contacts: msg({ id: 'web.map.contacts', defaultMessage: 'Contacts' }),
  products: msg({ id: 'web.map.products', defaultMessage: 'Products' }),
  'contact-persons': msg({ id: 'web.map.contact-persons', defaultMessage: 'Contact persons' }),
  'feature-states': msg({ id: 'web.map.feature-states', defaultMessage: 'Switches of the order maps' }),
};

interface Props {
  readonly maps: readonly ResolvedMap[];
  readonly choices: Readonly<Record<string, string>>;
  readonly onChoose: (wanted: string, id: string) => void;
}

/** Left the name in the documentation, right the map it means here and why. Asks where it means several. */
export function MapNames({ maps, choices, onChoose }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {maps.map((map) => (
        <Row key={map.wanted} map={map} choice={choices[map.wanted]} onChoose={onChoose} />
      ))}
    </ul>
  );
}

interface RowProps extends Pick<Props, 'onChoose'> {
  readonly map: ResolvedMap;
  readonly choice: string | undefined;
}

function Row({ map, choice, onChoose }: RowProps) {
  const styles = useStyles();
  const say = useSay();
  const { wanted, chosen, candidates, reason, optional } = map;
  const name = <FormattedMessage {...wantedNames[wanted]} />;
  const better = chosen?.better;
  return (
    <li className={styles.row}>
      <span className={styles.wanted}>{name}</span>
      <span className={styles.arrow} aria-hidden>
        <ArrowRight16Regular />
      </span>
      <div>
        <span className={styles.name}>
          {!chosen && !optional && <Symbol name="unknown" />}
          <Meaning map={map} />
        </span>
        <p className={styles.reason}>
          {say({ id: reason })}
          {chosen && ` · ${chosen.version} · ${chosen.author}`}
        </p>
        {better?.taken && (
          <p className={styles.reason}>
            {say({ id: better.reason })}{' '}
            <FormattedMessage
              id="web.map.better"
              defaultMessage="Version {version} by {author} is put into use first."
              values={{ version: better.version, author: better.author }}
            />
          </p>
        )}
      </div>
      {(candidates.length > 1 || optional) && (
        <div className={styles.wide}>
          <Fold open={!chosen && !optional} may={!chosen}>
            <MapChoice map={map} name={name} choice={choice} onChoose={onChoose} />
          </Fold>
        </div>
      )}
    </li>
  );
}

/** A question stands open; what is answered folds away, and can be answered otherwise. */
function Fold({ open, may, children }: FoldProps) {
  if (open) return children;
  return (
    <Disclosure
      label={
        may ? (
          <FormattedMessage id="web.map.may" defaultMessage="Start one all the same" />
        ) : (
          <FormattedMessage id="web.map.other" defaultMessage="Use another map" />
        )
      }
    >
      {children}
    </Disclosure>
  );
}

interface FoldProps {
  readonly open: boolean;
  /** None is needed, and one may be. */
  readonly may: boolean;
  readonly children: ReactNode;
}

function Meaning({ map: { chosen, candidates, optional } }: { readonly map: ResolvedMap }) {
  if (chosen) return chosen.name;
  if (optional)
    return <FormattedMessage id="web.map.optional" defaultMessage="Not needed, so it isn’t started" />;
  if (candidates.length === 0)
    return <FormattedMessage id="web.map.missing" defaultMessage="No such map in this environment" />;
  return (
    <FormattedMessage
      id="web.map.ambiguous"
      defaultMessage="Means one of {n, number} maps: please choose"
      values={{ n: candidates.length }}
    />
  );
}
