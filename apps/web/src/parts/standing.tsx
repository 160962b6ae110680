import { mendedBy, plan } from '@portico/contract/plan';
import type { Progress } from '@portico/contract/progress';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { actionTitle, ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';
import { countOf } from './count-of.ts';
import { isMine } from './is-mine.ts';
import { isWaiting, lastHandOff } from './last-hand-off.ts';
import { isTodo } from './todos.ts';

interface Props {
  readonly state: RunState;
  readonly progress: Progress;
  readonly stepTitle: (step: string) => string;
  /** The object id of who looks. */
  readonly me: string;
}

/** "4 of 7 done. Waiting for you to create the site, since 2 hours." */
export function Standing({ state, progress: { done, total, next }, stepTitle, me }: Props) {
  const open = Object.values(state.operations).filter(({ finished }) => !finished);
  // What we do ourselves comes before what others were asked for.
  const going = open.findLast(({ action }) => !mendedBy(action)) ?? open.at(-1);
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
        <Going operation={going} state={state} me={me} />
      ) : (
        next && <Next state={state} step={next} title={stepTitle(next)} />
      )}
    </>
  );
}

interface GoingProps {
  readonly operation: OperationState;
  readonly state: RunState;
  readonly me: string;
}

function Going({ operation, state, me }: GoingProps) {
  const intl = useIntl();
  const say = useSay();
  const now = useNow(30_000);
  const { waiting, guide, startedAt, action, by } = operation;
  const { since, young } = age(intl, now, startedAt);
  const count = countOf(operation);
  const handOff = isWaiting(operation, now) && lastHandOff(operation);
  if (handOff)
    return (
      <FormattedMessage
        id="web.standing.hand-off"
        defaultMessage="Waiting for {to}, {young, select, yes {asked just now} other {for {since}}}: {what}"
        values={{
          to: handOff.to,
          ...age(intl, now, handOff.since),
          what: say(state.checks[mendedBy(action) ?? '']?.finding?.says ?? actionTitle(action)),
        }}
      />
    );
  if (waiting?.for === 'person')
    return (
      <FormattedMessage
        id="web.standing.person"
        defaultMessage="{you, select, yes {It is your turn} other {{who} has to act in Microsoft’s page}}; we have been watching for {since}. {says}"
        values={{
          says: say(waiting.says),
          since,
          you: (guide?.who ?? 'you') === 'you' ? 'yes' : 'no',
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
        young,
        since,
      }}
    />
  );
}

/** How long ago something began; of the first seconds a number would be too precise. */
function age(intl: IntlShape, now: number, at: string) {
  const elapsed = (now - Date.parse(at)) / 1000;
  return { since: duration(intl, elapsed), young: elapsed < 5 ? 'yes' : 'no' };
}

/** What the next step waits for, and for whom. */
function Next({ state, step: id, title }: { state: RunState; step: string; title: string }) {
  const say = useSay();
  const step = plan.steps.find((each) => each.id === id);
  const checks: readonly string[] = step?.checks ?? [];
  const findings = checks.flatMap((check) => state.checks[check]?.finding ?? []);
  const stops = findings.flatMap((finding) => (finding.state === 'blocked' ? finding : []));
  const isOthers = ({ remedy: { owner } }: (typeof stops)[number]) =>
    owner !== 'you' && !isMine(owner, state);
  const blocked = stops.find((finding) => !isTodo(finding) || isOthers(finding));
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
  const [todo] = stops;
  if (todo)
    return (
      <FormattedMessage
        id="web.standing.todo"
        defaultMessage="{step} waits for you. {says}"
        values={{ step: title, says: say(todo.says) }}
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
