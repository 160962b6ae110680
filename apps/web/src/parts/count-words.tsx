import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Bar } from '../ui/bar.tsx';
import { duration, durationRange } from '../ui/duration.ts';
import { Moment } from '../ui/moment.tsx';
import { useNow } from '../ui/use-now.ts';
import { type Count, leftOf, type Reckoned } from './count-of.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  line: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly count: Count;
  readonly startedAt: string;
  /** What the operation itself says of the rest. */
  readonly reckoned?: Reckoned | 'unknown' | undefined;
  /** A person does it: how long that takes is nobody's to guess. */
  readonly byHand: boolean;
}

/** "12 of 29 done. 3 minutes so far; 20 minutes to 2 hours are left." And when that may end, where it was reckoned. */
export function CountWords({ count, startedAt, reckoned, byHand }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const now = useNow(1000);
  const elapsed = (now - Date.parse(startedAt)) / 1000;
  const left = byHand || reckoned ? undefined : leftOf(count, elapsed);
  return (
    <div className={styles.root}>
      <Bar part={count.done / count.total} />
      <p className={styles.line}>
        <FormattedMessage
          id="web.count"
          defaultMessage="{done, number} of {total, number} done."
          values={{ ...count }}
        />{' '}
        <span className={styles.quiet}>
          {reckoned === 'unknown' ? (
            <FormattedMessage
              id="web.count.unknown"
              defaultMessage="{elapsed} so far. Too few rows could be counted to say how long it still takes."
              values={{ elapsed: duration(intl, elapsed) }}
            />
          ) : reckoned && byHand ? (
            <FormattedMessage
              id="web.count.by-hand"
              defaultMessage="{elapsed} so far. Once all are started, copying takes {range}, as far as was counted."
              values={{
                elapsed: duration(intl, elapsed),
                range: durationRange(intl, reckoned.seconds),
              }}
            />
          ) : reckoned ? (
            <ReckonedWords elapsed={elapsed} reckoned={reckoned} now={now} />
          ) : left ? (
            <FormattedMessage
              id="web.count.left"
              defaultMessage="{elapsed} so far; at this pace {least} to {most} are left."
              values={{
                elapsed: duration(intl, elapsed),
                least: duration(intl, left[0]),
                most: duration(intl, left[1]),
              }}
            />
          ) : (
            <FormattedMessage
              id="web.wait.elapsed"
              defaultMessage="{elapsed} so far."
              values={{ elapsed: duration(intl, elapsed) }}
            />
          )}
        </span>
      </p>
    </div>
  );
}

/** What is left of what was reckoned goes by with the time; what was measured since comes with the next words. */
function ReckonedWords({
  elapsed,
  reckoned: { seconds, at },
  now,
}: {
  readonly elapsed: number;
  readonly reckoned: Reckoned;
  readonly now: number;
}) {
  const intl = useIntl();
  const [least, most] = seconds.map((each) => each - (now - Date.parse(at)) / 1000);
  const values = { elapsed: duration(intl, elapsed), at: <Moment at={at} /> };
  if (!most || most <= 0)
    return (
      <FormattedMessage
        id="web.count.longer"
        defaultMessage="{elapsed} so far; longer than was reckoned at {at}, so nobody knows how long it still takes."
        values={values}
      />
    );
  const end = (seconds: number) => <Moment at={new Date(now + seconds * 1000).toISOString()} />;
  return least && least > 0 ? (
    <FormattedMessage
      id="web.count.reckoned"
      defaultMessage="{elapsed} so far; {range} are left, so it ends between {from} and {to}. Reckoned at {at}, by what this copying has shown."
      values={{
        ...values,
        range: durationRange(intl, [least, most]),
        from: end(least),
        to: end(most),
      }}
    />
  ) : (
    <FormattedMessage
      id="web.count.reckoned.most"
      defaultMessage="{elapsed} so far; at most {most} are left, so it ends by {to}. Reckoned at {at}, by what this copying has shown."
      values={{ ...values, most: duration(intl, most), to: end(most) }}
    />
  );
}
