import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ContactNeed, InviteeReadiness, NeedState } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { Section } from '../ui/section.tsx';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  card: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  needs: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    display: 'grid',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
  },
  need: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
  cell: { display: 'inline-flex', gap: '6px', alignItems: 'start', overflowWrap: 'anywhere' },
});

const needs: Readonly<Record<ContactNeed, MessageDescriptor>> = {
  company: msg({ id: 'web.need.company', defaultMessage: 'Company' }),
  number: msg({ id: 'web.need.number', defaultMessage: 'Account number' }),
  customer: msg({ id: 'web.need.customer', defaultMessage: 'Customer' }),
  currency: msg({ id: 'web.need.currency', defaultMessage: 'Currency' }),
  prices: msg({ id: 'web.need.prices', defaultMessage: 'Price list' }),
  country: msg({ id: 'web.need.country', defaultMessage: 'Country/region' }),
};
const order: readonly ContactNeed[] = ['company', 'number', 'customer', 'currency', 'prices', 'country'];

const signs: Readonly<Record<NeedState['state'], SymbolName>> = {
  there: 'good',
  fill: 'info',
  missing: 'bad',
  elsewhere: 'bad',
};

/** What each of them has for ordering, what their customer's account gives them, and what only people can fill in. */
export function ReadinessCards({ people }: { readonly people: readonly InviteeReadiness[] }) {
  const styles = useStyles();
  return (
    <Section title={<FormattedMessage id="web.readiness" defaultMessage="What they need for ordering" />}>
      <ul className={styles.list}>
        {people.map(({ contact, name, needs: found }) => (
          <li key={contact} className={styles.card}>
            <h3 className={styles.name}>{name || contact}</h3>
            <dl className={styles.needs}>
              {order.map((need) => (
                <div key={need}>
                  <dt className={styles.need}>
                    <FormattedMessage {...needs[need]} />
                  </dt>
                  <dd className={styles.value}>
                    <Cell found={found.find((each) => each.need === need)} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Cell({ found }: { readonly found: NeedState | undefined }) {
  const styles = useStyles();
  if (!found) return null;
  const { state, value = '' } = found;
  return (
    <span className={styles.cell}>
      <Symbol name={signs[state]} />
      <span>
        {state === 'there' && value}
        {state === 'fill' && (
          <FormattedMessage
            id="web.readiness.fill"
            defaultMessage="{value}, filled in from the customer"
            values={{ value }}
          />
        )}
        {state === 'missing' && <FormattedMessage id="web.readiness.missing" defaultMessage="Missing" />}
        {state === 'elsewhere' && (
          <FormattedMessage
            id="web.readiness.elsewhere"
            defaultMessage="{value}, of another company"
            values={{ value }}
          />
        )}
      </span>
    </span>
  );
}
