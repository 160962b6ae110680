import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { OperationState } from '@portico/plan/reduce';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Symbol } from '../ui/symbol.tsx';
import { useNow } from '../ui/use-now.ts';
import { CancelOperation } from './cancel-operation.tsx';
import { CompanyRows } from './company-rows.tsx';
import { countOf, reckonedOf } from './count-of.ts';
import { CountWords } from './count-words.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { HandOverRow } from './hand-over-row.tsx';
import { isWaiting } from './last-hand-off.ts';
import { ProblemWords } from './problem-words.tsx';
import { SignInWay, type SignInWays } from './sign-in-ways.tsx';
import { StageList } from './stage-list.tsx';
import type { HandOver } from './step-model.ts';
import { WaitWords } from './wait-words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    minWidth: 0,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    outlineStyle: 'none',
  },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface Props {
  readonly operation: OperationState;
  readonly busy?: boolean;
  readonly onNudge: () => void;
  readonly onCancel: () => void;
  readonly ways?: SignInWays;
  /** The object id of who looks. */
  readonly me: string;
  readonly handOver: HandOver;
  /** What one needs at hand for what a person does. */
  readonly aid?: ReactNode;
}

/** Something under way: what is done, what we wait for and how long that usually takes. */
export function WatchPanel({ operation, busy = false, onNudge, onCancel, ways, me, handOver, aid }: Props) {
  const styles = useStyles();
  const say = useSay();
  const { waiting, guide, cancelling } = operation;
  const handed = isWaiting(operation, useNow(30_000));
  const count = countOf(operation);
  // Whoever it runs for can sign in; others may only be there.
  const signIn = waiting?.for === 'sign-in';
  const refused = signIn && operation.by?.id === me ? waiting.problem : undefined;
  const guided = operation.driver === 'guided' && guide !== undefined;
  return (
    <section className={styles.root} aria-label={say(actionTitle(operation.action))}>
      <h2 className={styles.title} tabIndex={-1} data-turn>
        <Symbol name={waiting && waiting.for !== 'upstream' ? 'waiting' : 'going'} />
        <span>{say(actionTitle(operation.action))}</span>
      </h2>
      {guided && (
        <GuidePanel guide={guide} aid={aid} handed={handed}>
          {waiting?.for !== 'upstream' && !cancelling && (
            <HandOverRow asked={{ operation: operation.id }} operation={operation} handOver={handOver} />
          )}
          {!waiting?.next && <p className={styles.quiet}>{say(guide.notice)}</p>}
        </GuidePanel>
      )}
      {count && (
        <CountWords
          count={count}
          startedAt={operation.startedAt}
          reckoned={reckonedOf(operation)}
          byHand={guided}
        />
      )}
      <StageList operation={operation} {...(count ? { shown: 0 } : {})} />
      <CompanyRows operation={operation} />
      {waiting?.problem && (!signIn || refused) && <ProblemWords problem={waiting.problem} />}
      {cancelling ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="web.watch.cancelling"
            defaultMessage="Stopping after the call that is under way. Then we say what stays behind."
          />
        </p>
      ) : (
        <>
          <WaitWords operation={operation} counted={count !== undefined} me={me} />
          {ways && refused?.code === 'consent-missing' && (
            <SignInWay problem={refused} ways={ways} onSignIn={() => undefined} />
          )}
          <div className={styles.row}>
            {ways && refused && refused.code !== 'consent-missing' ? (
              <SignInWay
                problem={refused}
                ways={ways}
                onSignIn={() => ways.go(refused, { operation: operation.id })}
              />
            ) : (
              <Button icon={<ArrowClockwise20Regular />} disabledFocusable={busy} onClick={onNudge}>
                {signIn && !refused ? (
                  <FormattedMessage id="web.watch.take-over" defaultMessage="Go on in my name" />
                ) : (
                  <FormattedMessage id="web.watch.now" defaultMessage="Check now" />
                )}
              </Button>
            )}
            <CancelOperation action={operation.action} onCancel={onCancel} />
          </div>
        </>
      )}
      <p className={styles.quiet}>
        <FormattedMessage
          id="web.watch.leave"
          defaultMessage="You can leave this page or close the browser. This goes on, and you find it here again."
        />
      </p>
    </section>
  );
}
