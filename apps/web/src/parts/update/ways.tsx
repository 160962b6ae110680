import {
  Button,
  makeStyles,
  mergeClasses,
  ToggleButton,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Symbol } from '../../ui/symbol.tsx';
import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import { type ReactNode, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Decisions } from '../../data/use-decisions.ts';
import { Moment } from '../../ui/moment.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { Refused } from './refused.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  button: { minHeight: '36px', whiteSpace: 'normal', maxWidth: '100%', textAlign: 'start' },
  // Seen from the other end of the room.
  chosen: {
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  status: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    minHeight: '24px',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** One way to decide something; all ways of it have the same key. */
export interface Way {
  readonly label: ReactNode;
  readonly choice: UpdateChoice;
}

interface Props {
  /** What is decided, for those who listen. */
  readonly label: string;
  readonly ways: readonly Way[];
  readonly decisions: Decisions;
  readonly signIn: SignInWays;
  /** How it stands as long as nobody decided. */
  readonly otherwise?: ReactNode;
  /** What counts without a decision of its own: shown as chosen. */
  readonly preset?: UpdateChoice | undefined;
}

const isSame = (one: UpdateChoice, other: UpdateChoice | undefined): boolean =>
  other !== undefined && JSON.stringify(outcome(one)) === JSON.stringify(outcome(other));
const outcome = ({ kind, ...choice }: UpdateChoice) =>
  'take' in choice ? choice.take : 'allow' in choice ? choice.allow : 'is' in choice ? choice.is : kind;

/** A decision with its few ways: a press saves it, who decided stands below, and it can be taken back. */
export function Ways({ label, ways, decisions, signIn, otherwise, preset }: Props) {
  const styles = useStyles();
  const row = useRef<HTMLFieldSetElement>(null);
  const [first] = ways;
  if (!first) return null;
  const key = keyOfChoice(first.choice);
  const { choice, outdated, by, at, saving, refused } = decisions.of(key);
  const stands = choice ?? outdated;
  // What was pressed goes away with it.
  const keepFocus = () => row.current?.querySelector('button')?.focus();
  return (
    <div className={styles.root}>
      <fieldset ref={row} aria-label={label} className={styles.row}>
        {ways.map((way) => {
          const chosen = isSame(way.choice, choice ?? preset);
          return (
            <ToggleButton
              key={String(outcome(way.choice))}
              className={mergeClasses(styles.button, chosen && styles.chosen)}
              checked={chosen}
              icon={chosen ? <Symbol name="good" /> : undefined}
              onClick={() => !isSame(way.choice, choice) && decisions.decide(way.choice)}
            >
              {way.label}
            </ToggleButton>
          );
        })}
      </fieldset>
      {refused && (
        <Refused standing={decisions.of(key)} decisions={decisions} signIn={signIn} onDone={keepFocus} />
      )}
      {(saving || stands !== undefined || otherwise) && (
        <div className={styles.status}>
          {saving && <FormattedMessage id="web.update.saving" defaultMessage="Saving…" />}
          {!saving && !stands && otherwise}
          {!saving && stands && at && (
            <>
              <span>
                {choice ? (
                  <FormattedMessage
                    id="web.update.decided-by"
                    defaultMessage="Decided by {who}, {at}. Saved; not written to the site."
                    values={{ who: by?.name ?? '–', at: <Moment at={at} /> }}
                  />
                ) : (
                  <FormattedMessage
                    id="web.update.outdated"
                    defaultMessage="{who} decided it {at}, and it has changed since: that counts no more."
                    values={{ who: by?.name ?? '–', at: <Moment at={at} /> }}
                  />
                )}
              </span>
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  decisions.withdraw(stands);
                  keepFocus();
                }}
              >
                <FormattedMessage id="web.update.take-back" defaultMessage="Take it back" />
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
