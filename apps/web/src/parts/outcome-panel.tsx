import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { Note } from '../ui/note.tsx';
import { ProblemWords } from './problem-words.tsx';

/** An operation that ended without its effect: why, what stays behind, and that it can be started again. */
export function OutcomePanel({ operation }: { readonly operation: OperationState }) {
  const say = useSay();
  const { finished } = operation;
  if (!finished || finished.outcome === 'done') return null;
  const values = { action: say(actionTitle(operation.action)), at: <Moment at={finished.at} /> };
  const failed = finished.outcome === 'failed';
  return (
    <Note
      tone={failed ? 'bad' : 'quiet'}
      title={
        failed ? (
          <FormattedMessage
            id="web.outcome.failed"
            defaultMessage="“{action}” did not work ({at})"
            values={values}
          />
        ) : (
          <FormattedMessage
            id="web.outcome.cancelled"
            defaultMessage="“{action}” was stopped ({at})"
            values={values}
          />
        )
      }
    >
      {finished.problem && <ProblemWords problem={finished.problem} />}
      {finished.left && (
        <span>
          <FormattedMessage
            id="web.outcome.left"
            defaultMessage="What stays behind: {left}"
            values={{ left: say(finished.left) }}
          />
        </span>
      )}
    </Note>
  );
}
