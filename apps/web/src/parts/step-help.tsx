import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { finishing, rightsFor } from '@portico/contract/finishing';
import type { StepId } from '@portico/contract/plan';
import { usuallyTakes } from '@portico/contract/usual-seconds';
import type { Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { actionTitle, ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { duration } from '../ui/duration.ts';
import { rightNames } from './right-names.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
});

interface Props {
  readonly step: Step & { readonly id: StepId };
  readonly title: string;
  readonly why: string;
  readonly state: RunState;
}

/** What this step is for, what it takes and who is needed, as far as the plan knows. */
export function StepHelp({ step, title, why, state }: Props) {
  const styles = useStyles();
  const rights = rightsFor(step.id);
  return (
    <section className={styles.root} aria-labelledby="step-help">
      <h2 id="step-help" className={styles.title}>
        {title}
      </h2>
      <p className={styles.line}>{why}</p>
      <h3 className={styles.title}>
        <FormattedMessage id="web.help.takes" defaultMessage="What it takes" />
      </h3>
      <Takes step={step} />
      <h3 className={styles.title}>
        <FormattedMessage id="web.help.who" defaultMessage="Who is needed" />
      </h3>
      {rights.length === 0 ? (
        <p className={styles.line}>
          <FormattedMessage id="web.help.anybody" defaultMessage="Anybody who can open this set-up." />
        </p>
      ) : (
        <ul className={styles.list}>
          {rights.map((right) => (
            <li key={right}>
              <FormattedMessage {...rightNames[right]} />
            </li>
          ))}
        </ul>
      )}
      <Found step={step.id} state={state} />
    </section>
  );
}

function Takes({ step }: Pick<Props, 'step'>) {
  const styles = useStyles();
  const intl = useIntl();
  const say = useSay();
  const looks = new Set([...step.checks, ...step.advice]).size;
  return (
    <ul className={styles.list}>
      {step.asks && (
        <li>
          <FormattedMessage id="web.help.asks" defaultMessage="A decision of yours, on this page." />
        </li>
      )}
      {looks > 0 && (
        <li>
          <FormattedMessage
            id="web.help.looks"
            defaultMessage="{n, plural, one {# check, which only reads and usually takes seconds.} other {# checks, which only read and usually take seconds.}}"
            values={{ n: looks }}
          />
        </li>
      )}
      {step.actions.map((action) => (
        <li key={action}>
          <FormattedMessage
            id="web.help.action"
            defaultMessage="{action}{time, select, none {} other {: about {time}}}. You see each change before, and confirm it."
            values={{ action: say(actionTitle(action)), time: timeOf(action) }}
          />
        </li>
      ))}
      {looks === 0 && step.actions.length === 0 && !step.asks && (
        <li className={styles.line}>
          <FormattedMessage id="web.help.nothing" defaultMessage="Nothing but reading it." />
        </li>
      )}
    </ul>
  );
  function timeOf(action: string): string {
    const seconds = usuallyTakes(action);
    return seconds === undefined ? 'none' : duration(intl, seconds);
  }
}

/** What the rights that were found mean for whoever reads this. */
function Found({ step, state }: { readonly step: StepId; readonly state: RunState }) {
  const styles = useStyles();
  const intl = useIntl();
  const found = finishing(state.checks)?.find((each) => each.step === step);
  if (!found || rightsFor(step).length === 0) return null;
  const who = found.who.map((owner) => intl.formatMessage(ownerNames[owner]));
  return (
    <p className={styles.line}>
      {found.can === 'you' ? (
        <FormattedMessage id="web.help.you" defaultMessage="You have all of it." />
      ) : found.can === 'somebody' ? (
        <FormattedMessage
          id="web.help.lacking"
          defaultMessage="Something of it you lack. Can help: {who}."
          values={{ who: <FormattedList type="disjunction" value={who} /> }}
        />
      ) : (
        <FormattedMessage id="web.help.unclear" defaultMessage="Whether you have all of it can’t be read." />
      )}
    </p>
  );
}
