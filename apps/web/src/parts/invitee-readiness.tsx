import { makeStyles } from '@fluentui/react-components';
import type { ContactNeed, InviteeReadiness, NeedState } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';
import { Table } from '../ui/table.tsx';

const useStyles = makeStyles({
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
export function ReadinessTable({ people }: { readonly people: readonly InviteeReadiness[] }) {
  const intl = useIntl();
  const who = intl.formatMessage({ id: 'web.readiness.who', defaultMessage: 'Contact' });
  return (
    <Table
      stack
      label={intl.formatMessage({ id: 'web.readiness', defaultMessage: 'Readiness of the contacts' })}
      head={[who, ...order.map((need) => intl.formatMessage(needs[need]))]}
    >
      {people.map(({ contact, name, needs: found }) => (
        <tr key={contact}>
          <th scope="row">{name || contact}</th>
          {order.map((need) => (
            <td key={need} data-label={intl.formatMessage(needs[need])}>
              <Cell found={found.find((each) => each.need === need)} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
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
