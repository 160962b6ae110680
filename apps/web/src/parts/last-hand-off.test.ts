import type { HandOff, OperationState } from '@portico/plan/reduce';
import { emptyRun } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { isWaiting, lastHandOff, mendOf } from './last-hand-off.ts';

const now = Date.parse('2026-11-26T09:00:00Z');
const handOff = (state: HandOff['state'], until = '2026-12-01T00:00:00Z'): HandOff => ({
  handOff: 'h',
  to: 'Mona',
  until,
  state,
  by: null,
  at: '2026-11-26T08:00:00Z',
  since: '2026-11-26T08:00:00Z',
});
const operation = (
  handOffs: OperationState['handOffs'],
  more: Partial<OperationState> = {},
): OperationState => ({
  id: 'op',
  action: 'mend:site-absent',
  key: 'k',
  driver: 'guided',
  changes: [],
  by: null,
  startedAt: '2026-11-26T08:00:00Z',
  said: [],
  wrote: 0,
  cancelling: false,
  handOffs,
  ...more,
});
const ended = { outcome: 'done', at: '2026-11-26T08:30:00Z' } as const;

test.each<[string, OperationState | undefined, boolean]>([
  ['nobody was asked', undefined, false],
  ['it has no link', operation({}), false],
  ['its link was made', operation({ h: handOff('given') }), true],
  ['its link was opened', operation({ h: handOff('opened') }), true],
  ['its link was taken back', operation({ h: handOff('revoked') }), false],
  ['its link was used', operation({ h: handOff('used') }), false],
  [
    'its link is over, and nobody said so yet',
    operation({ h: handOff('given', '2026-11-26T09:00:00Z') }),
    false,
  ],
  ['it has ended, whatever its link says', operation({ h: handOff('opened') }, { finished: ended }), false],
  ['another link followed', operation({ g: handOff('revoked'), h: handOff('given') }), true],
])('%s: somebody is waited for: %s', (_, one, expected) => {
  expect(isWaiting(one, now)).toBe(expected);
});

test('the newest link and the newest operation of a check count', () => {
  const first = operation({ g: handOff('expired'), h: handOff('given') }, { id: 'one', finished: ended });
  const second = operation({}, { id: 'two' });
  const other = operation({}, { id: 'three', action: 'start-maps' });
  const state = { ...emptyRun, operations: { one: first, two: second, three: other } };
  expect(lastHandOff(first)?.state).toBe('given');
  expect(mendOf(state, 'site-absent')?.id).toBe('two');
  expect(mendOf(state, 'fno-linked')).toBeUndefined();
});
