import type { FindingFacts } from '@portico/contract/findings';
import { makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface Props {
  readonly order: FindingFacts['order-arrived'];
  /** When both sides were last read, ISO 8601. */
  readonly seen: string | undefined;
}

/** The order that came through: who placed it, when, and under which number each side has it. */
export function OrderArrived({ order: { number, dataverse, name, at, link }, seen }: Props) {
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
            defaultMessage="by {name}, {at}"
            values={{ name, at: <Moment at={at} /> }}
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
