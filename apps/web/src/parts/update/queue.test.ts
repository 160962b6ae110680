import type { UpdateOverview } from '@portico/contract/update';
import { describe, expect, it } from 'vitest';
import { nextOf, queueOf } from './queue.ts';

const overview = (...records: readonly (readonly [id: string, open: number])[]): UpdateOverview => ({
  sides: {
    baseline: { at: '', origin: 'captured' },
    live: { at: '', records: 0 },
    template: { at: '', records: 0 },
  },
  records: records.map(([id, open]) => ({
    id,
    table: 'adx_webpage',
    title: id,
    state: 'different',
    change: 'edited',
    conflicts: 1,
    open,
  })),
  questions: [],
  gone: [],
  named: [],
  faults: [],
  leftOut: 0,
  stale: 0,
  outdated: [],
  writes: { create: 0, update: 0, link: 0, deactivate: 0, reactivate: 0 },
});

describe('the order in which somebody goes through what needs them', () => {
  const three = queueOf([], overview(['a', 1], ['quiet', 0], ['b', 1], ['c', 1]));

  it('begins with all that need somebody', () => expect(three).toEqual(['a', 'b', 'c']));

  it('keeps the place of what was decided, and the same array when nothing came or went', () => {
    expect(queueOf(three, overview(['a', 0], ['b', 1], ['c', 0]))).toBe(three);
  });

  it('puts what needs somebody since at the end, and lets go of what is no longer there', () => {
    expect(queueOf(three, overview(['new', 1], ['a', 0], ['c', 1]))).toEqual(['a', 'c', 'new']);
  });
});

describe('the next that needs somebody', () => {
  const queue = ['a', 'b', 'c', 'd'];
  const needs = new Set(['a', 'c', 'd']);

  it.each([
    ['from nowhere', undefined, 'on', 'a'],
    ['from nowhere, backwards', undefined, 'back', 'd'],
    ['past what is decided', 'a', 'on', 'c'],
    ['round the end', 'd', 'on', 'a'],
    ['round the beginning', 'a', 'back', 'd'],
    ['from one that is decided', 'b', 'back', 'a'],
    ['from one that isn’t in the row', 'x', 'on', 'a'],
  ] as const)('%s', (_, current, way, expected) => {
    expect(nextOf(queue, needs, current, way)).toBe(expected);
  });

  it('is none when only the current one is left', () => {
    expect(nextOf(queue, new Set(['c']), 'c', 'on')).toBeUndefined();
  });
});
