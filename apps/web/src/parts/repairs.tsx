import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { isLive, lookedAt, type Repair, repairs } from '@portico/contract/health';
import type { StepId } from '@portico/contract/plan';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { AppLink } from '../ui/navigation.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { factsOf } from './facts.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  line: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '68ch' },
});

interface Props {
  readonly state: RunState;
  readonly stepTitle: (step: string) => string;
  readonly hrefOf: (step: StepId) => string;
  readonly looking: boolean;
}

/** On top of a set-up that is live: what is broken or soon will be, and since when nobody has looked. */
export function Repairs({ state, stepTitle, hrefOf, looking }: Props) {
  const styles = useStyles();
  const say = useSay();
  if (!isLive(state)) return null;
  const found = repairs(state);
  const clock = factsOf(state, 'trial-clock')?.clock;
  const quiet = clock && !found.some(({ check }) => check === 'trial-clock');
  const says = state.checks['trial-clock']?.finding?.says;
  return (
    <Section
      title={
        found.length > 0 ? (
          <FormattedMessage id="web.repairs" defaultMessage="Needs somebody" />
        ) : (
          <FormattedMessage id="web.repairs.none" defaultMessage="Nothing needs repair" />
        )
      }
    >
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map((repair) => (
            <li key={repair.check}>
              <One repair={repair} title={stepTitle(repair.step)} href={hrefOf(repair.step)} />
            </li>
          ))}
        </ul>
      )}
      {quiet && says && <Note symbol="waiting">{say(says)}</Note>}
      <p className={styles.line}>
        <Looked at={lookedAt(state)} looking={looking} />
      </p>
    </Section>
  );
}

interface OneProps {
  readonly repair: Repair;
  readonly title: string;
  readonly href: string;
}

function One({ repair: { finding, when }, title, href }: OneProps) {
  const say = useSay();
  return (
    <Note tone={when === 'now' ? 'bad' : 'careful'} title={say(finding.says)}>
      <AppLink href={href}>
        <FormattedMessage id="web.repairs.open" defaultMessage="Open “{step}”" values={{ step: title }} />
      </AppLink>
    </Note>
  );
}

/** When all of it was last read, who looks when, and what nobody can read. */
function Looked({ at, looking }: { readonly at: string | undefined; readonly looking: boolean }) {
  if (looking) return <FormattedMessage id="web.repairs.looking" defaultMessage="We are looking now." />;
  if (at === undefined)
    return (
      <FormattedMessage
        id="web.repairs.never"
        defaultMessage="Not all of this was looked at yet. We do so when somebody who may see it opens this page."
      />
    );
  return (
    <FormattedMessage
      id="web.repairs.looked"
      defaultMessage="All of this was last looked at: {at}. We look again when you open this page, and every few hours while somebody who worked on this set-up is signed in; without anybody signed in nobody can look. When the certificate of a domain of your own ends isn’t readable for us."
      values={{ at: <Moment at={at} /> }}
    />
  );
}
