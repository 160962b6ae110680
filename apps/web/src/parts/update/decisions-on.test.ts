import { keyOfChoice, type UpdateCell, type UpdateChoice } from '@portico/contract/update';
import { expect, it } from 'vitest';
import type { Standing } from '../../data/decisions.ts';
import type { Decisions } from '../../data/use-decisions.ts';
import { decisionsOn } from './decisions-on.ts';

const take = (of?: string): UpdateChoice => ({
  kind: 'cell',
  record: '3f1e2d3c-4b5a-4968-8778-695a4b3c2d01',
  cell: 'adx_copy',
  take: 'mine',
  ...(of !== undefined && { of }),
});
const shown: UpdateCell = {
  name: 'adx_copy',
  merged: { kind: 'scalar', state: 'conflict', base: 'a', ours: 'b', theirs: 'c', mine: 'b', yours: 'c' },
  shown: 'now',
  names: {},
};

/** Decisions on what is shown, of which one stands. */
function on(standing: UpdateChoice | undefined) {
  const sent: UpdateChoice[] = [];
  const stands: Standing = { seq: 7, saving: false, ...(standing && { choice: standing }) };
  const decisions: Decisions = {
    of: () => stands,
    decide: (choice) => void sent.push(choice),
    withdraw: (choice) => void sent.push(choice),
    forget: () => undefined,
    undo: undefined,
    last: undefined,
  };
  return { sent, ...decisionsOn(decisions, [shown]) };
}
const key = keyOfChoice(take());

it('is about what is shown: a choice says so, also one that was refused before', () => {
  const { decide, sent } = on(undefined);
  decide(take());
  decide(take('before'));
  decide({ kind: 'rule', take: 'mine' });
  decide({ ...take(), cell: 'adx_title' } as UpdateChoice);
  expect(sent).toEqual([
    take('now'),
    take('now'),
    { kind: 'rule', take: 'mine' },
    { ...take(), cell: 'adx_title' },
  ]);
});

it('counts while that is shown, and of an earlier release', () => {
  for (const of of ['now', undefined])
    expect(on(take(of)).of(key)).toMatchObject({ choice: take(of), seq: 7 });
});

it('about something else it is none any more, and keeps its number and what it was', () => {
  const standing = on(take('before')).of(key);
  expect(standing).toEqual({ seq: 7, saving: false, outdated: take('before') });
});
