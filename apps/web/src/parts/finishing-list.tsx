import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type Finishing, finishing } from '@portico/contract/finishing';
import type { StepId } from '@portico/contract/plan';
import type { RunState } from '@portico/plan/reduce';
import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { whereWeStand } from '../data/gates.ts';
import { checkTitle, ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Section } from '../ui/section.tsx';
import { Symbol } from '../ui/symbol.tsx';

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
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong },
  reason: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly state: RunState;
  readonly stepTitle: (step: StepId) => string;
}

/** What this person can finish with the rights that were found, and whom the other steps need. Nothing before that is known. */
export function FinishingList({ state, stepTitle }: Props) {
  const styles = useStyles();
  const found = finishing(state.checks);
  if (!found) return undefined;
  // What is done needs nobody any more, whatever it would need.
  const { gates } = whereWeStand(state);
  const all = found.map((each) =>
    gates[each.step].status === 'completed' ? { ...each, can: 'you' as const } : each,
  );
  const rest = all.filter(({ can }) => can !== 'you');
  return (
    <Section
      title={<FormattedMessage id="web.finishing" defaultMessage="What you can finish" />}
      lead={<Sum all={all} />}
    >
      {rest.length > 0 && (
        <ul className={styles.list}>
          {rest.map((each) => (
            <li key={each.step} className={styles.item}>
              <Symbol name={each.can === 'somebody' ? 'waiting' : 'unknown'} />
              <Words each={each} state={state} title={stepTitle(each.step)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Sum({ all }: { readonly all: readonly Finishing[] }) {
  const count = (can: Finishing['can']) => all.filter((each) => each.can === can).length;
  return (
    <FormattedMessage
      id="web.finishing.sum"
      defaultMessage="{rest, plural, =0 {You can finish all {total} steps yourself.} other {You can finish {mine} of {total} steps yourself.}}{others, plural, =0 {} one { # step needs somebody else.} other { # steps need somebody else.}}{unclear, plural, =0 {} one { For # step we can’t tell.} other { For # steps we can’t tell.}}"
      values={{
        total: all.length,
        mine: count('you'),
        rest: all.length - count('you'),
        others: count('somebody'),
        unclear: count('unclear'),
      }}
    />
  );
}

interface WordsProps {
  readonly each: Finishing;
  readonly state: RunState;
  readonly title: string;
}

/** A step, whom it needs, and what the checks said of it. */
function Words({ each: { can, who, because }, state, title }: WordsProps) {
  const styles = useStyles();
  const intl = useIntl();
  const say = useSay();
  const names = (
    <FormattedList type="conjunction" value={who.map((owner) => intl.formatMessage(ownerNames[owner]))} />
  );
  return (
    <span className={styles.words}>
      <span className={styles.title}>{title}</span>
      <span>
        {can === 'somebody' ? (
          <FormattedMessage id="web.finishing.needs" defaultMessage="Needs: {who}" values={{ who: names }} />
        ) : (
          <FormattedMessage
            id="web.finishing.unclear"
            defaultMessage="We can’t tell.{asked, select, nobody {} other { Can be looked at by: {who}}}"
            values={{ who: names, asked: who.length > 0 ? 'somebody' : 'nobody' }}
          />
        )}
      </span>
      {because.map((check) => {
        const finding = state.checks[check]?.finding;
        return (
          <span key={check} className={styles.reason}>
            {say(finding?.says ?? checkTitle(check))}
          </span>
        );
      })}
    </span>
  );
}
