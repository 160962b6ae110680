import type { FindingFacts } from '@portico/contract/findings';
import { makeStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { factsStyle } from './facts-style.ts';
import { Moment } from '../ui/moment.tsx';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

const useStyles = makeStyles({
  facts: {
    ...factsStyle,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface Props {
  readonly order: FindingFacts['order-arrived'];
  /** When both sides were last read, ISO 8601. */
  readonly seen: string | undefined;
  /** The order's time is that of another clock than ours. */
  readonly rehearsal: boolean;
}

/** The order that came through: who placed it, when, and under which number each side has it. */
export function OrderArrived({ order: { number, dataverse, name, at, link }, seen, rehearsal }: Props) {
  const styles = useStyles();
  return (
    <Note
      tone="good"
      title={
        <FormattedMessage
          id="web.order.arrived"
          defaultMessage="The test order {number} has arrived on both sides"
          values={{ number }}
        />
      }
    >
      <dl className={styles.facts}>
        <dt>
          <FormattedMessage id="web.order.placed" defaultMessage="Placed on the portal" />
        </dt>
        <dd>
          <FormattedMessage
            id="web.order.placed.by"
            defaultMessage="by {name}, {at}{rehearsal, select, yes { on the rehearsal’s own clock} other {}}"
            values={{ name, at: <Moment at={at} />, rehearsal: rehearsal ? 'yes' : 'no' }}
          />
        </dd>
        <dt>
          <FormattedMessage id="web.order.dataverse" defaultMessage="In Dataverse" />
        </dt>
        <dd>{dataverse || number}</dd>
        <dt>
          <FormattedMessage id="web.order.finance" defaultMessage="In finance and operations" />
        </dt>
        <dd>{number}</dd>
        {seen && (
          <>
            <dt>
              <FormattedMessage id="web.order.seen" defaultMessage="Read on both sides" />
            </dt>
            <dd>
              <Moment at={seen} />
            </dd>
          </>
        )}
      </dl>
      <span>
        <FormattedMessage
          id="web.order.stays"
          defaultMessage="It is a real order: cancel it in finance and operations when you no longer need it."
        />
      </span>
      <OutsideButton href={link}>
        <FormattedMessage id="web.order.open" defaultMessage="Open the order in Dataverse" />
      </OutsideButton>
    </Note>
  );
}
