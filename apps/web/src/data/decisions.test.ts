import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { RunState } from '@portico/plan/reduce';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { type Made, standingOf, undone, undoOf } from './decisions.ts';

const record = '3f1e2d3c-4b5a-4968-8778-695a4b3c2d01';
const take = (side: 'mine' | 'theirs'): UpdateChoice => ({
  kind: 'cell',
  record,
  cell: 'adx_copy',
  take: side,
});
const other: UpdateChoice = { kind: 'rule', table: 'adx_webpage', take: 'mine' };
const key = keyOfChoice(take('mine'));
const by = { id: 'u2', tenant: 't', name: 'Lena Ohm' };
const kept = (choice: UpdateChoice | undefined, seq: number): RunState['choices'] => ({
  [key]: { step: 'update', choice, seq, at: '2026-11-26T10:00:00Z', by },
});

describe('where a decision stands', () => {
  it('is nothing at first, and then what the journal has, with who and when', () => {
    expect(standingOf({}, {}, key)).toMatchObject({ seq: 0, saving: false, choice: undefined });
    expect(standingOf(kept(take('theirs'), 7), {}, key)).toMatchObject({
      choice: take('theirs'),
      seq: 7,
      by,
      saving: false,
    });
  });

  it('is what was sent until the journal has it, or something newer', () => {
    const sent = { [key]: { choice: take('mine'), withdraw: false, seen: 7, seq: 9 } };
    expect(standingOf(kept(take('theirs'), 7), sent, key)).toMatchObject({
      choice: take('mine'),
      saving: true,
    });
    expect(standingOf(kept(take('mine'), 9), sent, key)).toMatchObject({ saving: false, seq: 9 });
    expect(standingOf(kept(take('theirs'), 10), sent, key)).toMatchObject({
      choice: take('theirs'),
      seq: 10,
    });
  });

  it('is nothing while it is taken back', () => {
    const sent = { [key]: { choice: take('mine'), withdraw: true, seen: 7 } };
    expect(standingOf(kept(take('mine'), 7), sent, key)).toEqual({ seq: 7, saving: true });
  });

  it('keeps what was refused beside what somebody else decided', () => {
    const problem = new ApiProblem(409, { code: 'chosen-meanwhile' });
    const sent = { [key]: { choice: take('mine'), withdraw: false, seen: 7, problem } };
    expect(standingOf(kept(take('theirs'), 8), sent, key)).toMatchObject({
      choice: take('theirs'),
      by,
      refused: { choice: take('mine'), seen: 7, problem },
    });
  });

  it('is none when another build of ours wrote what this one can’t read', () => {
    const unread = { [key]: { step: 'update', choice: { kind: 'new' }, seq: 3, at: '', by } };
    expect(standingOf(unread, {}, key).choice).toBeUndefined();
  });
});

describe('undo', () => {
  const made: readonly Made[] = [
    { choice: take('mine'), seq: 4 },
    { choice: other, seq: 5 },
    { choice: take('theirs'), before: take('mine'), seq: 6 },
  ];

  it('brings back what stood there before', () => {
    expect(undoOf(made, kept(take('theirs'), 6))).toEqual({ choice: take('mine'), withdraw: false });
  });

  it('takes back what had nothing before it', () => {
    expect(undoOf(made.slice(0, 1), kept(take('mine'), 4))).toEqual({ choice: take('mine'), withdraw: true });
  });

  it('leaves alone what somebody has decided anew since', () => {
    expect(undoOf(made, kept(take('mine'), 8))).toBeUndefined();
    expect(undoOf([], {})).toBeUndefined();
  });

  it('goes further back, step by step', () => {
    const first = undone(made, 7);
    expect(first).toEqual([
      { choice: take('mine'), seq: 7 },
      { choice: other, seq: 5 },
    ]);
    const second = undone(first, 8);
    expect(undoOf(second, kept(take('mine'), 7))).toEqual({ choice: take('mine'), withdraw: true });
    expect(undone(second, 9)).toEqual([]);
  });
});
