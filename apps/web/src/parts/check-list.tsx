import { makeStyles, tokens } from '@fluentui/react-components';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { Disclosure } from '../ui/disclosure.tsx';
import type { Overriding } from './check-override.tsx';
import { CheckRowView } from './check-row.tsx';
import { type CheckRow, ownerOf, rowState, sortRows } from './check-rows.ts';
import { isMine } from './is-mine.ts';
import type { SignInWays } from './sign-in-ways.tsx';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
});

interface Props {
  readonly checks: readonly string[];
  readonly state: RunState;
  readonly onCheck: (checks: readonly string[]) => void;
  readonly ways?: SignInWays;
  readonly handOver?: HandOver;
  /** Of a check that a person may pass by decision. */
  readonly overriding?: (check: string) => Overriding | undefined;
  /** Proof is worth seeing: its green rows aren't folded. Or they aren't while nothing else asks to be read. */
  readonly unfolded?: boolean | 'alone';
  /** One row starts open, so that a person lands on its remedy. */
  readonly openFirst?: boolean;
}

/** What those wait for that couldn’t be looked at: a warning holds nothing up. */
function waitFor(open: readonly CheckRow[]): 'mending' | 'that' | 'nothing' {
  const states = open.map(rowState);
  if (states.some((state) => state === 'blocked' || state === 'unknown')) return 'mending';
  return states.some((state) => state !== 'warn') ? 'that' : 'nothing';
}

/** What we found, worst first; what passed folds into one line, and so does what waits for something else. */
export function CheckList(props: Props) {
  const { checks, state, onCheck, ways, handOver, overriding, unfolded = false, openFirst = true } = props;
  const styles = useStyles();
  const { open, skipped, passed } = sortRows(checks, state);
  const alone = open.every((row) => /^(running|none)$/.test(rowState(row)));
  const shows = unfolded === 'alone' ? alone : unfolded;
  const shown = shows ? [...open, ...passed] : open;
  const folded = (rows: typeof passed) => (
    <ul className={styles.list}>
      {rows.map((row) => (
        <CheckRowView key={row.id} row={row} onCheck={onCheck} startOpen={false} />
      ))}
    </ul>
  );
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((row, index) => (
            <CheckRowView
              key={row.id}
              row={row}
              onCheck={onCheck}
              ways={ways}
              handOver={handOver}
              startOpen={openFirst && index === 0}
              mine={isMine(ownerOf(row), state)}
              overriding={overriding?.(row.id)}
            />
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <Disclosure
          label={
            <FormattedMessage
              id="web.checks.skipped"
              defaultMessage="{for, select, mending {{n, plural, one {# check waits} other {# checks wait}} until that is mended} that {{n, plural, one {# check waits} other {# checks wait}} for that} other {{n, plural, one {# check was} other {# checks were}} not looked at yet}}"
              values={{
                n: skipped.length,
                for: waitFor(open),
              }}
            />
          }
        >
          {folded(skipped)}
        </Disclosure>
      )}
      {!shows && passed.length > 0 && (
        <Disclosure
          label={
            <FormattedMessage
              id="web.checks.passed"
              defaultMessage="{n, plural, one {# check passed} other {# checks passed}}"
              values={{ n: passed.length }}
            />
          }
        >
          {folded(passed)}
        </Disclosure>
      )}
    </>
  );
}
