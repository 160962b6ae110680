import type { Envelope, RunEvent } from '@portico/plan/event';
import { mendedBy, plan } from '@portico/contract/plan';
import { type IntlShape } from 'react-intl';
import { msg } from '@portico/plan/text';
import { choiceOf } from '../data/decisions.ts';
import { actionTitle, checkTitle } from '../text/names.ts';
import { sayWith } from '../text/say.ts';
import type { SymbolName } from '../ui/symbol.tsx';
import { checkSymbols } from './check-words.ts';
import { isTodo } from './todos.ts';

/** What a check would prove isn't there yet: that is no fault, as long as nothing was started. */
export const proofs: ReadonlySet<string> = new Set(
  plan.steps.flatMap(({ proof }): readonly string[] => proof),
);

const words = {
  created: msg({ id: 'web.event.created', defaultMessage: 'The set-up began' }),
  answered: msg({ id: 'web.event.answered', defaultMessage: 'Decided: {step}' }),
  chosen: msg({
    id: 'web.event.chosen',
    defaultMessage:
      '{step}: {what, select, none {a decision was taken back} mine {one thing stays as it is on the site} theirs {one thing is taken from the template} both {both are kept of one thing} edit {one text is written by hand} rule {many are decided at once} allow {a change of rights or security is allowed} refuse {a change of rights or security is refused} same {which record is which} other {one of many decided}}',
  }),
  looking: msg({ id: 'web.event.looking', defaultMessage: 'Looking: {check}' }),
  found: msg({ id: 'web.event.found', defaultMessage: '{check}: {says}' }),
  started: msg({ id: 'web.event.started', defaultMessage: 'Started: {action}' }),
  mayHaveWritten: msg({
    id: 'web.event.may-have-written',
    defaultMessage: '{key}: it ended before we knew whether this arrived. Look there.',
  }),
  wrote: msg({ id: 'web.event.wrote', defaultMessage: 'Changed: {key}' }),
  takenOver: msg({
    id: 'web.event.taken-over',
    defaultMessage: '{action}: goes on in the name of {who}',
  }),
  cancelling: msg({ id: 'web.event.cancelling', defaultMessage: '{action}: stopping' }),
  done: msg({ id: 'web.event.done', defaultMessage: '{action}: done, and read back from Microsoft' }),
  failed: msg({ id: 'web.event.failed', defaultMessage: '{action}: did not work' }),
  cancelled: msg({ id: 'web.event.cancelled', defaultMessage: '{action}: stopped' }),
  overridden: msg({
    id: 'web.event.overridden',
    defaultMessage: 'Passed by decision: {check}. Reason: {reason}',
  }),
  overrideEnded: msg({
    id: 'web.event.override-ended',
    defaultMessage: 'No longer passed by decision: {check}',
  }),
};

/** The same of what waits until somebody else made a check pass: nothing is changed by us. */
const mends = {
  started: msg({
    id: 'web.event.mend.started',
    defaultMessage: 'Waiting until somebody puts this right: {action}',
  }),
  cancelling: msg({ id: 'web.event.mend.cancelling', defaultMessage: 'No longer waiting: {action}' }),
  done: msg({
    id: 'web.event.mend.done',
    defaultMessage: 'Put right, and read back from Microsoft: {action}',
  }),
  failed: msg({ id: 'web.event.mend.failed', defaultMessage: 'We can’t watch this any more: {action}' }),
  cancelled: msg({ id: 'web.event.mend.cancelled', defaultMessage: 'Nobody is asked any more: {action}' }),
};

const handOffs = {
  given: msg({ id: 'web.event.hand-off.given', defaultMessage: 'Handed to {to}: {action}' }),
  opened: msg({ id: 'web.event.hand-off.opened', defaultMessage: '{to} opened the link' }),
  used: msg({ id: 'web.event.hand-off.used', defaultMessage: '{to} did it, whom {by} had asked: {action}' }),
  revoked: msg({ id: 'web.event.hand-off.revoked', defaultMessage: 'The link for {to} has ended' }),
  expired: msg({ id: 'web.event.hand-off.expired', defaultMessage: 'The link for {to} has expired' }),
};

export type EventKind = 'checks' | 'changes' | 'decisions';

const kinds: Readonly<Record<RunEvent['type'], EventKind>> = {
  'run-created': 'decisions',
  answered: 'decisions',
  chosen: 'decisions',
  'check-started': 'checks',
  'check-finished': 'checks',
  'operation-started': 'changes',
  'operation-said': 'changes',
  'operation-waiting': 'changes',
  'operation-wrote': 'changes',
  'operation-cancelling': 'changes',
  'operation-taken-over': 'changes',
  'operation-finished': 'changes',
  override: 'decisions',
  'hand-off': 'decisions',
};

/** In a word: what it is about only the step knows by name, which is where it is read. */
function whatIn(kept: unknown): string {
  if (kept === undefined) return 'none';
  const choice = choiceOf(kept);
  if (choice?.kind === 'cell') return choice.take;
  return choice?.kind === 'tick' ? (choice.allow ? 'allow' : 'refuse') : (choice?.kind ?? 'other');
}

/** What kind of news an event is; far cheaper than its words, which are only made for what is drawn. */
export const kindOf = ({ type }: RunEvent): EventKind => kinds[type];

export interface EventWords {
  readonly symbol: SymbolName;
  readonly says: string;
}

export interface Names {
  /** Events only keep ids: of a step, and of an operation whose action they don't repeat. */
  readonly stepTitle: (step: string) => string;
  readonly actionOf: (operation: string) => string | undefined;
  /** Who gave a hand-off. */
  readonly giverOf: (handOff: string) => string | undefined;
}

/** An event in plain words. */
export function eventWords(
  intl: IntlShape,
  { event, by }: Pick<Envelope, 'event' | 'by'>,
  { stepTitle, actionOf, giverOf }: Names,
): EventWords {
  const wordsOn = (action: string | undefined) => (action && mendedBy(action) ? mends : words);
  const actionOn = (operation: string) => sayWith(intl, actionTitle(actionOf(operation) ?? 'action'));
  switch (event.type) {
    case 'run-created':
      return { symbol: 'info', says: intl.formatMessage(words.created) };
    case 'answered':
      return {
        symbol: 'info',
        says: intl.formatMessage(words.answered, { step: stepTitle(event.step) }),
      };
    case 'chosen':
      return {
        symbol: 'info',
        says: intl.formatMessage(words.chosen, {
          step: stepTitle(event.step),
          what: whatIn(event.choice),
        }),
      };
    case 'check-started': {
      const check = sayWith(intl, checkTitle(event.check));
      return { symbol: 'going', says: intl.formatMessage(words.looking, { check }) };
    }
    case 'check-finished': {
      const says = sayWith(intl, event.finding.says);
      const check = sayWith(intl, checkTitle(event.check));
      return {
        symbol:
          event.finding.state === 'blocked' && proofs.has(event.check)
            ? 'skipped'
            : checkSymbols[isTodo(event.finding) ? 'todo' : event.finding.state],
        // What was found names what it is about; that nothing was found needs its check's name.
        says: /unknown|skipped/.test(event.finding.state)
          ? intl.formatMessage(words.found, { check, says })
          : says,
      };
    }
    case 'operation-started': {
      const action = sayWith(intl, actionTitle(event.action));
      return {
        symbol: mendedBy(event.action) ? 'waiting' : 'going',
        says: intl.formatMessage(wordsOn(event.action).started, { action }),
      };
    }
    case 'operation-said':
      return { symbol: 'going', says: sayWith(intl, event.says) };
    case 'operation-waiting':
      return {
        symbol: event.for === 'upstream' ? 'going' : 'waiting',
        says: sayWith(intl, event.says),
      };
    case 'operation-wrote':
      return event.unsure
        ? { symbol: 'careful', says: intl.formatMessage(words.mayHaveWritten, { key: event.key }) }
        : { symbol: 'good', says: intl.formatMessage(words.wrote, { key: event.key }) };
    case 'operation-taken-over':
      return {
        symbol: 'going',
        says: intl.formatMessage(words.takenOver, {
          action: actionOn(event.operation),
          who: by?.name ?? '',
        }),
      };
    case 'operation-cancelling':
      return {
        symbol: 'skipped',
        says: intl.formatMessage(wordsOn(actionOf(event.operation)).cancelling, {
          action: actionOn(event.operation),
        }),
      };
    case 'override': {
      const check = sayWith(intl, checkTitle(event.check));
      const reason = event.given?.reason ?? '';
      const says = event.given ? words.overridden : words.overrideEnded;
      return { symbol: 'info', says: intl.formatMessage(says, { check, reason }) };
    }
    case 'hand-off':
      return {
        symbol: event.state === 'used' ? 'good' : 'waiting',
        says: intl.formatMessage(handOffs[event.state], {
          action: actionOn(event.operation),
          to: event.to,
          by: giverOf(event.handOff) ?? 'Portico',
        }),
      };
    case 'operation-finished':
    default:
      return {
        symbol: event.outcome === 'failed' ? 'bad' : event.outcome === 'done' ? 'good' : 'skipped',
        says: intl.formatMessage(wordsOn(actionOf(event.operation))[event.outcome], {
          action: actionOn(event.operation),
        }),
      };
  }
}
