import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProblemRecord } from '@portico/plan/finding';
import { FormattedMessage, useIntl } from 'react-intl';
import { msg } from '@portico/plan/text';
import { useSay } from '../text/say.ts';
import { problemKind } from './problem-kind.ts';
import { CopyButton } from '../ui/copy-button.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', minWidth: 0 },
  line: { margin: 0, overflowWrap: 'anywhere' },
  quote: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

const own = {
  offline: msg({ id: 'web.problem.offline', defaultMessage: 'There is no connection to Portico.' }),
  offlineRemedy: msg({
    id: 'web.problem.offline.remedy',
    defaultMessage: 'Nothing is lost. Check your network; we try again by ourselves.',
  }),
};

const kindOf = (code: string) =>
  code === 'offline' ? { title: own.offline, remedy: own.offlineRemedy } : problemKind(code);

export function ProblemTitle({ code, values }: Pick<ProblemRecord, 'code' | 'values'>) {
  return <FormattedMessage {...kindOf(code).title} values={{ ...values }} />;
}

/** A problem in words: what to do, and what Microsoft said, word for word. */
export function ProblemWords({
  problem,
  titled = true,
  advised = true,
}: {
  readonly problem: ProblemRecord;
  readonly titled?: boolean;
  /** Its own remedy is said; not where somebody says a better one. */
  readonly advised?: boolean;
}) {
  const styles = useStyles();
  const intl = useIntl();
  const say = useSay();
  const { code, values, upstream } = problem;
  // The id of a sentence that says why, where somebody knows; what it names stands beside it.
  const { cause } = values ?? {};
  return (
    <div className={styles.root}>
      {titled && (
        <p className={styles.line}>
          <ProblemTitle code={code} values={values} />
        </p>
      )}
      {typeof cause === 'string' && (
        <p className={styles.line}>
          <FormattedMessage
            id="web.check.cause"
            defaultMessage="Cause: {cause}"
            values={{ cause: say({ id: cause, ...(values ? { values } : {}) }) }}
          />
        </p>
      )}
      {advised && (
        <p className={styles.line}>
          <FormattedMessage {...kindOf(code).remedy} values={{ ...values }} />
        </p>
      )}
      {upstream && (
        <blockquote className={styles.quote}>
          {intl.formatMessage(
            {
              id: 'web.problem.upstream',
              defaultMessage:
                '{status, plural, =0 {Microsoft said} other {Microsoft answered {status, number}}}',
            },
            { status: upstream.status },
          )}
          {/* Entra ID begins its messages with the code. */}
          {upstream.code && !upstream.message?.startsWith(upstream.code) && ` · ${upstream.code}`}
          {upstream.message && (
            <>
              <br />
              {upstream.message}
            </>
          )}
          {upstream.correlation && (
            <>
              <br />
              <FormattedMessage
                id="web.evidence.correlation"
                defaultMessage="Correlation id: {id}"
                values={{ id: upstream.correlation }}
              />
            </>
          )}
        </blockquote>
      )}
      {upstream && <CopyButton text={JSON.stringify(problem, null, 2)} />}
    </div>
  );
}
