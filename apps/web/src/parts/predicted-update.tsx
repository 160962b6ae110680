import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { writesIn } from '@portico/contract/update-needs';
import type { Prediction } from '@portico/contract/watching';
import { FormattedMessage, useIntl } from 'react-intl';
import { useRead } from '../data/use-read.ts';
import { Day } from '../ui/day.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import { writeKinds } from './update/write-kinds.ts';

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** Of what is predicted: the set-up and the template. */
  readonly id: string;
  readonly ways: SignInWays;
  readonly read: (signal: AbortSignal) => Promise<Prediction>;
}

/** What taking a template over would come to; worked out once somebody sees the row, and never more than a prediction. */
export function PredictedUpdate({ id, ways, read }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const predicted = useRead(id, read);
  if (predicted.status === 'failed')
    return <ProblemPanel problem={predicted.problem} ways={ways} onRetry={predicted.again} />;
  if (!predicted.value)
    return (
      <p className={styles.quiet}>
        <FormattedMessage id="web.updates.predicting" defaultMessage="Working out what it would come to…" />
      </p>
    );
  const { looked, decide, writes } = predicted.value;
  const count = writesIn(predicted.value);
  return (
    <p className={styles.line}>
      <FormattedMessage
        id="web.updates.predicted"
        defaultMessage="{all, plural, =0 {Predicted: it would change nothing.} other {Predicted: {decide, plural, =0 {everything is decided, and {count, plural, one {# record goes in ({kinds}).} other {# records go in ({kinds}).}}} other {as decided so far {count, plural, =0 {nothing goes in} one {# record goes in ({kinds})} other {# records go in ({kinds})}}, and {decide, plural, one {one thing is to decide.} other {# things are to decide.}}}}}}"
        values={{ all: count + decide, count, decide, kinds: writeKinds(intl, writes) }}
      />{' '}
      <FormattedMessage
        id="web.updates.as-of"
        defaultMessage="As the site was on {looked}; it is looked at again when the step is opened."
        values={{ looked: <Day at={looked} /> }}
      />
    </p>
  );
}
