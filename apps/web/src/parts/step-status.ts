import { msg } from '@portico/plan/text';
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

const readable = msg({ id: 'web.status.readable', defaultMessage: 'Ready to read' });

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
  if (reads && status === 'completed') return { symbol: 'info' as const, words: readable };
  if (without > 0) return { symbol: 'careful' as const, words: { ...lacking, values: { n: without } } };
  return status === 'completed' && heed > 0
    ? { symbol: 'careful' as const, words: { ...heedful, values: { n: heed } } }
    : { symbol: statusSymbols[status], words: statusWords[status] };
}
