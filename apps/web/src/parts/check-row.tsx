import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { checkTitle } from '../text/names.ts';
import { ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { useHidden } from '../ui/hidden.ts';
import { Symbol } from '../ui/symbol.tsx';
import { AsOf } from './as-of.tsx';
import { CheckDetail } from './check-detail.tsx';
import type { Overriding } from './check-override.tsx';
import { type CheckRow, ownerOf, rowState } from './check-rows.ts';
import { checkSymbols, checkWords, toBeDone } from './check-words.ts';
import type { SignInWays } from './sign-in-ways.tsx';
import { Chevron } from '../ui/chevron.tsx';
import { useNow } from '../ui/use-now.ts';
import { HandOffLine } from './hand-off-line.tsx';
import { isWaiting } from './last-hand-off.ts';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  root: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  button: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    width: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  says: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  body: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    paddingLeft: `calc(${tokens.spacingHorizontalL} + 20px + ${tokens.spacingHorizontalM})`,
    '@media (max-width: 480px)': { paddingLeft: tokens.spacingHorizontalL },
  },
});

interface Props {
  readonly row: CheckRow;
  readonly startOpen: boolean;
  /** Who has to mend it is who looks. */
  readonly mine?: boolean;
  readonly onCheck: (checks: readonly string[]) => void;
  readonly ways?: SignInWays;
  readonly handOver?: HandOver;
  readonly overriding?: Overriding;
}

export function CheckRowView({ row, startOpen, mine = false, onCheck, ways, handOver, overriding }: Props) {
  const styles = useStyles();
  const hidden = useHidden();
  const say = useSay();
  const id = useId();
  const state = rowState(row);
  const { check, mend } = row;
  const waits = isWaiting(mend, useNow(30_000));
  const finding = check?.finding;
  const decided = overriding?.override !== undefined;
  const bad = /^(blocked|todo|unknown)$/.test(state);
  // Until the person says otherwise, the row follows what was found.
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (startOpen && bad && !decided);
  // A title says what should hold. Where it doesn't, it would read as if it did: what was found comes first.
  const foundFirst = finding !== undefined && /^(blocked|todo|warn)$/.test(state);
  const owner = ownerOf(row);
  const words = state === 'todo' && owner !== 'you' && !mine ? toBeDone : checkWords[state];
  return (
    <li className={styles.root}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setChosen(!open)}
      >
        <Symbol
          name={check?.running ? 'going' : waits ? 'waiting' : decided ? 'careful' : checkSymbols[state]}
        />
        <span className={styles.words}>
          <span className={styles.title}>
            {foundFirst ? say(finding.says) : say(checkTitle(row.id))}
            <span className={hidden}>: </span>
          </span>
          <span className={styles.says}>
            {foundFirst ? (
              <FormattedMessage
                id="web.check.wanted"
                defaultMessage="What we looked for: {title}."
                values={{ title: say(checkTitle(row.id)) }}
              />
            ) : finding?.state === 'skipped' ? (
              <FormattedMessage
                id="web.check.skipped.for"
                defaultMessage="Not looked at yet: it waits until this holds: “{title}”."
                values={{ title: say(checkTitle(finding.because)) }}
              />
            ) : finding ? (
              say(finding.says)
            ) : (
              <FormattedMessage {...checkWords[state]} />
            )}
          </span>
          <span className={styles.meta}>
            {finding && state !== 'ok' && !decided && (
              <>
                <FormattedMessage {...words} />
                {' · '}
              </>
            )}
            {decided && (
              <>
                <FormattedMessage id="web.check.overridden" defaultMessage="Passed by decision" />
                {' · '}
              </>
            )}
            {owner && (
              <>
                <FormattedMessage
                  id="web.check.owner"
                  defaultMessage="Can be done by: {owner}{mine, select, yes { (you)} other {}}"
                  values={{
                    owner: <FormattedMessage {...ownerNames[owner]} />,
                    mine: mine ? 'yes' : 'no',
                  }}
                />
                {' · '}
              </>
            )}
            <AsOf check={check} />
            {waits && !open && (
              <>
                {' · '}
                <HandOffLine operation={mend} />
              </>
            )}
          </span>
        </span>
        <Chevron open={open} />
      </button>
      {open && (
        <div id={id} className={styles.body}>
          <CheckDetail row={row} onCheck={onCheck} ways={ways} handOver={handOver} overriding={overriding} />
        </div>
      )}
    </li>
  );
}
