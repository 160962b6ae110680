import { plan } from '@portico/contract/plan';
import type { Progress } from '@portico/plan/progress';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { actionTitle, ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';
import { countOf } from './count-of.ts';

interface Props {
  readonly state: RunState;
  readonly progress: Progress;
  readonly stepTitle: (step: string) => string;
  /** The object id of who looks. */
  readonly me: string;
}

/** "4 of 7 done. Waiting for you to create the site, since 2 hours." */
export function Standing({ state, progress: { done, total, next }, stepTitle, me }: Props) {
  const going = Object.values(state.operations).findLast(({ finished }) => !finished);
  return (
    <>
      {done === total ? (
        <FormattedMessage
          id="web.standing.all"
          defaultMessage="All {total} steps are done."
          values={{ total }}
        />
      ) : (
        <FormattedMessage
          id="web.standing"
          defaultMessage="{done} of {total} done."
          values={{ done, total }}
        />
      )}{' '}
      {going ? (
        <Going operation={going} me={me} />
      ) : (
        next && <Next state={state} step={next} title={stepTitle(next)} />
      )}
    </>
  );
}

function Going({ operation, me }: { readonly operation: OperationState; readonly me: string }) {
  const intl = useIntl();
  const say = useSay();
  const now = useNow(30_000);
  const { waiting, guide, startedAt, action, by } = operation;
  const elapsed = (now - Date.parse(startedAt)) / 1000;
  const since = duration(intl, elapsed);
  const count = countOf(operation);
  if (waiting?.for === 'person')
    return (
      <FormattedMessage
        id="web.standing.person"
        defaultMessage="{who} has to act in Microsoft’s page; we have been watching for {since}. {says}"
        values={{
          says: say(waiting.says),
          since,
          who: <FormattedMessage {...ownerNames[guide?.who ?? 'you']} />,
        }}
      />
    );
  if (waiting?.for === 'sign-in')
    return (
      <FormattedMessage
        id="web.standing.sign-in"
        defaultMessage="{who, select, you {You have to sign in} other {{who} has to sign in}}; {action} has been waiting for that for {waited}. Then it goes on by itself."
        values={{
          who: by && by.id !== me ? by.name : 'you',
          action: `“${say(actionTitle(action))}”`,
          waited: duration(intl, (now - Date.parse(waiting.since)) / 1000),
        }}
      />
    );
  return (
    <FormattedMessage
      id="web.standing.going"
      defaultMessage="Under way: {action}{count, select, none {} other {, {count} done}}{young, select, yes {, begun just now} other {, for {since}}}. It needs nobody."
      values={{
        action: say(actionTitle(action)),
        count: count ? `${count.done}/${count.total}` : 'none',
        young: elapsed < 5 ? 'yes' : 'no',
        since,
      }}
    />
  );
}

/** What the next step waits for, and for whom. */
function Next({ state, step: id, title }: { state: RunState; step: string; title: string }) {
  const say = useSay();
  const step = plan.steps.find((each) => each.id === id);
  const checks: readonly string[] = step?.checks ?? [];
  const findings = checks.flatMap((check) => state.checks[check]?.finding ?? []);
  const blocked = findings.flatMap((finding) => (finding.state === 'blocked' ? finding : []))[0];
  if (blocked)
    return (
      <FormattedMessage
        id="web.standing.blocked"
        defaultMessage="{step} waits for: {who}. {says}"
        values={{
          step: title,
          who: <FormattedMessage {...ownerNames[blocked.remedy.owner]} />,
          says: say(blocked.says),
        }}
      />
    );
  if (findings.some((finding) => finding.state === 'unknown'))
    return (
      <FormattedMessage
        id="web.standing.unknown"
        defaultMessage="Something of {step} can’t be verified at the moment."
        values={{ step: title }}
      />
    );
  if (step?.asks && state.answers[id] === undefined)
    return (
      <FormattedMessage
        id="web.standing.decide"
        defaultMessage="{step} waits for your decision."
        values={{ step: title }}
      />
    );
  return (
    <FormattedMessage
      id="web.standing.next"
      defaultMessage="{step} waits for you."
      values={{ step: title }}
    />
  );
}
