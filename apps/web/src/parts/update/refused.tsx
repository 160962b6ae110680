import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { keyOfChoice } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Standing } from '../../data/decisions.ts';
import type { Decisions } from '../../data/use-decisions.ts';
import { Moment } from '../../ui/moment.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { outcomeWords } from './choice-words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly standing: Standing;
  readonly decisions: Decisions;
  readonly signIn: SignInWays;
  /** The note is gone: where the focus goes is for the caller to say. */
  readonly onDone: () => void;
}

/** A decision that wasn't saved: because somebody decided the same meanwhile, or for any other reason. */
export function Refused({ standing, decisions, signIn, onDone }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { refused, choice, by, at, seq } = standing;
  if (!refused) return null;
  const key = keyOfChoice(refused.choice);
  const again = () => {
    if (refused.withdraw) decisions.withdraw(refused.choice);
    else decisions.decide(refused.choice, seq);
    onDone();
  };
  if (refused.problem.code !== 'chosen-meanwhile')
    return <ProblemPanel problem={refused.problem} ways={signIn} onRetry={again} />;
  return (
    <div role="alert">
      <Note
        tone="careful"
        title={
          <FormattedMessage
            id="web.update.meanwhile"
            defaultMessage="{name, select, nobody {Somebody else} other {{name}}} decided this meanwhile. Yours isn’t saved, and theirs is untouched."
            values={{ name: refused.problem.body.values?.['name'] || 'nobody' }}
          />
        }
      >
        {at && seq > refused.seen && (
          <span>
            <FormattedMessage
              id="web.update.meanwhile.what"
              defaultMessage="{who}, {at}: {what}. You wanted: {wanted}."
              values={{
                who: by?.name ?? '–',
                at: <Moment at={at} />,
                what: choice
                  ? outcomeWords(intl, choice)
                  : intl.formatMessage({ id: 'web.update.taken-back', defaultMessage: 'taken back' }),
                wanted: refused.withdraw
                  ? intl.formatMessage({ id: 'web.update.taken-back', defaultMessage: 'taken back' })
                  : outcomeWords(intl, refused.choice),
              }}
            />
          </span>
        )}
        <div className={styles.row}>
          <Button
            onClick={() => {
              decisions.forget(key);
              onDone();
            }}
          >
            <FormattedMessage id="web.update.meanwhile.leave" defaultMessage="Leave theirs" />
          </Button>
          <Button onClick={again}>
            <FormattedMessage id="web.update.meanwhile.again" defaultMessage="Decide it as I wanted" />
          </Button>
        </div>
      </Note>
    </div>
  );
}
