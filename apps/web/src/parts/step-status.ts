import { type Gate, operationOf, type Status } from '@portico/plan/gate';
import type { Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { msg } from '@portico/plan/text';
import { isMine } from './is-mine.ts';
import { isWaiting } from './last-hand-off.ts';
import type { OutlineStep } from './outline.ts';
import { statusSymbols, statusWords } from './status-words.ts';

const heedful = msg({
  id: 'web.status.heed',
  defaultMessage: 'Completed, {n, plural, one {# thing} other {# things}} worth knowing',
});

const undermined = msg({ id: 'web.status.undermined', defaultMessage: 'Done; {step} needs repair' });

const whenever = msg({ id: 'web.status.whenever', defaultMessage: 'Later, when a new template is out' });

const lacking = msg({
  id: 'web.status.without',
  defaultMessage: 'Done without {n, plural, one {# check} other {# checks}}, as decided',
});

const readable = msg({ id: 'web.status.readable', defaultMessage: 'Can be read at any time' });

/** What waits for a person waits for who looks, as its page says too, unless somebody else was asked or has to be. */
export function statusFor(step: Step, state: RunState, { status }: Gate): Status {
  const operation = operationOf(step, state);
  const who = operation?.guide?.who;
  const mine = who === 'you' || isMine(who, state);
  return status === 'waiting' && mine && !isWaiting(operation, Date.now()) ? 'your-turn' : status;
}

/** Where a step stands, as a sign and in words. What passed with a warning is no plain green. */
export function stepStatus({
  status,
  heed,
  repair,
  recurring,
  without = 0,
  reads,
}: Pick<OutlineStep, 'status' | 'heed' | 'repair' | 'recurring' | 'without' | 'reads'>) {
  if (recurring && status === 'not-started') return { symbol: statusSymbols[status], words: whenever };
  if (repair !== undefined)
    return { symbol: 'careful' as const, words: { ...undermined, values: { step: repair } } };
  if (reads) return { symbol: 'info' as const, words: readable };
  if (without > 0) return { symbol: 'careful' as const, words: { ...lacking, values: { n: without } } };
  return status === 'completed' && heed > 0
    ? { symbol: 'careful' as const, words: { ...heedful, values: { n: heed } } }
    : { symbol: statusSymbols[status], words: statusWords[status] };
}
