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
  const waits = isWaiting(operation, useNow(30_000));
  const last = lastHandOff(operation);
  const { takeBack, stop } = handOver;
  // It may watch although no link was made: the answer got lost, or the dialog was closed.
  const watches = 'check' in asked && operation && !operation.finished && !waits;
  return (
    <div className={styles.root}>
      <Told operation={operation} waits={waits} watches={watches === true} />
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
        {watches && (
          <Button appearance="subtle" disabledFocusable={stop.busy} onClick={() => stop.run(operation.id)}>
            <FormattedMessage id="web.hand-off.stop" defaultMessage="Stop watching" />
          </Button>
        )}
      </div>
    </div>
  );
}

interface ToldProps {
  readonly operation: OperationState | undefined;
  readonly waits: boolean;
  readonly watches: boolean;
}

/** How it stands, in a box; nothing where nobody was asked, or where that was taken back. */
function Told({ operation, waits, watches }: ToldProps) {
  const last = lastHandOff(operation);
  if (!operation || (!watches && (!last || last.state === 'revoked'))) return undefined;
  return (
    <Note symbol={waits || watches ? 'waiting' : last?.state === 'used' ? 'good' : 'info'}>
      <span>
        {watches ? (
          <FormattedMessage
            id="web.hand-off.watches"
            defaultMessage="We’re watching until somebody puts this right. Nobody has a link."
          />
        ) : (
          <HandOffLine operation={operation} />
        )}
      </span>
      {operation.waiting?.for === 'sign-in' && (
        <span>
          <FormattedMessage
            id="web.hand-off.sign-in"
            defaultMessage="We can’t look at the moment: {by} has to sign in again."
            values={{ by: operation.by?.name ?? 'Portico' }}
          />
        </span>
      )}
    </Note>
  );
}
