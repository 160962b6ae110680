import { Button } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import type { ApiProblem } from '../data/api-problem.ts';
import { Note } from '../ui/note.tsx';
import { OutsideButton } from '../ui/outside-link.tsx';
import { problemKind } from './problem-kind.ts';
import { ProblemTitle, ProblemWords } from './problem-words.tsx';

interface Props {
  readonly problem: ApiProblem;
  readonly onRetry?: () => void;
  readonly onSignIn?: () => void;
  /** Where an administrator consents, for the problem that needs it. */
  readonly consentLink?: string;
}

const retryOf = ({ code, body }: ApiProblem) =>
  code === 'offline' ? 'now' : (body.retry ?? problemKind(code).retry);

/** Something that was asked of the API and refused: why, what to do, and a way on. */
export function ProblemPanel({ problem, onRetry, onSignIn, consentLink }: Props) {
  const retry = retryOf(problem);
  const { code, body } = problem;
  const consent = code === 'consent-missing' ? String(body.values?.['link'] ?? consentLink ?? '') : '';
  const quiet = code === 'offline' || retry === 'after-sign-in';
  return (
    <div role="alert">
      <Note tone={quiet ? 'careful' : 'bad'} title={<ProblemTitle code={code} values={body.values} />}>
        <ProblemWords problem={problem.record} titled={false} />
        {body.issues?.map(({ at, says }) => (
          <p key={at}>{`${at}: ${says}`}</p>
        ))}
        {consent && (
          <OutsideButton href={consent}>
            <FormattedMessage id="web.problem.consent" defaultMessage="Open the consent page" />
          </OutsideButton>
        )}
        {retry === 'after-sign-in' && code !== 'consent-missing' && onSignIn && (
          <Button appearance="primary" onClick={onSignIn}>
            {code === 'needs-step-up' ? (
              <FormattedMessage id="web.problem.confirm" defaultMessage="Confirm your sign-in" />
            ) : (
              <FormattedMessage id="web.problem.sign-in" defaultMessage="Sign in again" />
            )}
          </Button>
        )}
        {onRetry && (retry !== 'after-sign-in' || code === 'consent-missing') && (
          <Button onClick={onRetry}>
            <FormattedMessage id="web.problem.retry" defaultMessage="Try again" />
          </Button>
        )}
        {body.reference && (
          <p>
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
