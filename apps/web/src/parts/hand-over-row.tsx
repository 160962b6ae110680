import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { AskSomebody } from './ask-somebody.tsx';
import { HandOffLine } from './hand-off-line.tsx';
import { isWaiting, lastHandOff } from './last-hand-off.ts';
import { ProblemPanel } from './problem-panel.tsx';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface Props {
  readonly asked: Parameters<HandOver['give']['run']>[0];
  /** What waits for whoever is asked; undefined while nobody is. */
  readonly operation: OperationState | undefined;
  readonly handOver: HandOver;
}

/** Who was asked, with what became of it; and the way to ask somebody, or somebody else. */
export function HandOverRow({ asked, operation, handOver }: Props) {
  const styles = useStyles();
  const now = useNow(30_000);
  const last = lastHandOff(operation);
  const waits = isWaiting(operation, now);
  const told = last && last.state !== 'revoked';
  const { takeBack } = handOver;
  return (
    <div className={styles.root}>
      {told && (
        <Note symbol={waits ? 'waiting' : last.state === 'used' ? 'good' : 'info'}>
          <span>
            <HandOffLine operation={operation} />
          </span>
        </Note>
      )}
      {takeBack.problem && <ProblemPanel problem={takeBack.problem} />}
      <div className={styles.row}>
        <AskSomebody asked={asked} handOver={handOver} again={waits} />
        {waits && operation && last && (
          <Button
            appearance="subtle"
            disabledFocusable={takeBack.busy}
            onClick={() => takeBack.run(operation.id, last.handOff)}
          >
            <FormattedMessage id="web.hand-off.take-back" defaultMessage="Take it back" />
          </Button>
        )}
      </div>
    </div>
  );
}
