import { Button, makeStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import type { ApiProblem } from '../data/api-problem.ts';
import { Note } from '../ui/note.tsx';
import { problemKind } from './problem-kind.ts';
import { ProblemTitle, ProblemWords } from './problem-words.tsx';
import { SignInWay, type SignInWays } from './sign-in-ways.tsx';

const useStyles = makeStyles({ line: { margin: 0 } });

interface Props {
  readonly problem: ApiProblem;
  readonly onRetry?: () => void;
  /** Left out where the page has a sign-in of its own. */
  readonly ways?: SignInWays;
}

const retryOf = ({ code, body }: ApiProblem) =>
  code === 'offline' ? 'now' : (body.retry ?? problemKind(code).retry);

function toneOf(code: string, retry: string): 'quiet' | 'careful' | 'bad' {
  if (code === 'sign-in-cancelled') return 'quiet';
  return code === 'offline' || retry === 'after-sign-in' ? 'careful' : 'bad';
}

/** Something that was asked of the API and refused: why, what to do, and a way on. */
export function ProblemPanel({ problem, onRetry, ways }: Props) {
  const styles = useStyles();
  const retry = retryOf(problem);
  const { code, body } = problem;
  return (
    <div role="alert">
      <Note tone={toneOf(code, retry)} title={<ProblemTitle code={code} values={body.values} />}>
        <ProblemWords problem={problem.record} titled={false} />
        {body.issues?.map(({ at, says }) => (
          <p key={at} className={styles.line}>{`${at}: ${says}`}</p>
        ))}
        {ways && (
          <SignInWay
            problem={{ code, values: body.values }}
            ways={ways}
            onSignIn={() => ways.go({ code, challenge: problem.challenge })}
          />
        )}
        {onRetry && (retry !== 'after-sign-in' || code === 'consent-missing') && (
          <Button onClick={onRetry}>
            <FormattedMessage id="web.problem.retry" defaultMessage="Try again" />
          </Button>
        )}
        {body.reference && retry !== 'after-sign-in' && (
          <p className={styles.line}>
            <FormattedMessage
              id="web.problem.reference"
              defaultMessage="Reference: {reference}"
              values={{ reference: body.reference }}
            />
          </p>
        )}
      </Note>
    </div>
  );
}
