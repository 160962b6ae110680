import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Prediction } from '@portico/contract/watching';
import { msg } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { useRead } from '../data/use-read.ts';
import { Day } from '../ui/day.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import type { SignInWays } from './sign-in-ways.tsx';

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

const kinds = {
  added: msg({ id: 'web.updates.added', defaultMessage: '{n, number} new' }),
  changed: msg({ id: 'web.updates.changed', defaultMessage: '{n, number} changed' }),
  removed: msg({ id: 'web.updates.removed', defaultMessage: '{n, number} deactivated' }),
};
const order = ['added', 'changed', 'removed'] as const;

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
  const { looked, decide, ...clean } = predicted.value;
  const shown = order.flatMap((kind) =>
    clean[kind] > 0 ? [intl.formatMessage(kinds[kind], { n: clean[kind] })] : [],
  );
  const count = clean.added + clean.changed + clean.removed;
  return (
    <p className={styles.line}>
      <FormattedMessage
        id="web.updates.predicted"
        defaultMessage="{all, plural, =0 {Predicted: it would change nothing.} other {Predicted: {count, plural, =0 {nothing goes in by itself} one {# record goes in by itself ({shown})} other {# records go in by themselves ({shown})}}, and {decide, plural, =0 {nobody has to decide anything.} one {one thing is to decide.} other {# things are to decide.}}}}"
        values={{ all: count + decide, count, decide, shown: intl.formatList(shown) }}
      />{' '}
      <FormattedMessage
        id="web.updates.as-of"
        defaultMessage="As the site was on {looked}; it is looked at again when the step is opened."
        values={{ looked: <Day at={looked} /> }}
      />
    </p>
  );
}
