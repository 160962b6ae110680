import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Bar } from '../ui/bar.tsx';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';
import { type Count, leftOf } from './count-of.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  line: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly count: Count;
  readonly startedAt: string;
  /** A person does it: how long that takes is nobody's to guess. */
  readonly byHand: boolean;
}

/** "12 of 29 done. 3 minutes so far; at this pace 3 to 8 minutes are left." */
export function CountWords({ count, startedAt, byHand }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const elapsed = (useNow(1000) - Date.parse(startedAt)) / 1000;
  const left = byHand ? undefined : leftOf(count, elapsed);
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
          {left ? (
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
