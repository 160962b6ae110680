import type { UpdateOverview, UpdateRecord } from '@portico/contract/update';
import { needsOf, writesIn } from '@portico/contract/update-needs';
import { describe, expect, it } from 'vitest';
import { kindsOf, openKinds, summaryOf } from './counts.ts';

const record = (id: string, more: Partial<UpdateRecord> = {}): UpdateRecord => ({
  id,
  table: 'adx_webpage',
  title: id,
  state: 'theirs',
  change: 'edited',
  conflicts: 0,
  open: 0,
  ...more,
});
const overview = (records: readonly UpdateRecord[], more: Partial<UpdateOverview> = {}): UpdateOverview => ({
  sides: {
    baseline: { at: '2026-01-01T00:00:00Z', origin: 'captured' },
    live: { at: '2026-01-01T00:00:00Z', records: 9 },
    template: { at: '2026-01-01T00:00:00Z', records: 9 },
  },
  records,
  questions: [],
  gone: [],
  named: [],
  faults: [],
  leftOut: 0,
  stale: 0,
  outdated: [],
  writes: { create: 0, update: 0, link: 0, deactivate: 0, reactivate: 0 },
  ...more,
});

describe('what needs somebody', () => {
  it('is a conflict nobody decided, a tick nobody gave, a fault, and what would refer to something gone', () => {
    const needs = needsOf(
      overview(
        [
          record('conflict', { conflicts: 2, open: 1 }),
          record('decided', { conflicts: 2, open: 0 }),
          record('tick', { tick: { effect: 'wider', shown: '' } }),
          record('allowed', { tick: { effect: 'wider', shown: '', allow: true } }),
          record('refused', { tick: { effect: 'wider', shown: '', allow: false } }),
          record('quiet'),
        ],
        {
          faults: [{ record: 'fault', cell: 'adx_copy', faults: [] }],
          gone: [{ record: 'gone', cell: 'adx_pageid', target: { id: 'x', title: 'X' } }],
        },
      ),
    );
    expect([...needs]).toEqual(['conflict', 'tick', 'fault', 'gone']);
  });
});

describe('the page in words', () => {
  it('counts what the template does, by kind, and leaves out what only the site did', () => {
    const snippet = { table: 'adx_contentsnippet' };
    const { changes, adds, removes, untouched, own, needs } = summaryOf(
      overview(
        [
          record('1', snippet),
          record('2', { ...snippet, state: 'different', conflicts: 1, open: 1 }),
          record('3', { change: 'renamed' }),
          record('4', { change: 'added', only: 'theirs' }),
          // Both have it, whoever had it first; and one that the site took away comes back at most.
          record('8', { change: 'added', state: 'different', conflicts: 1 }),
          record('9', { change: 'deleted', only: 'theirs', state: 'different', conflicts: 1 }),
          record('5', { change: 'deleted', state: 'different', conflicts: 1, open: 0 }),
          record('6', { state: 'ours', change: 'added' }),
          record('7', { state: 'same' }),
        ],
        { questions: [{ kind: 'ambiguous', table: 'adx_weblink', theirs: [], candidates: [] }] },
      ),
    );
    expect({ changes, adds, removes }).toEqual({
      changes: { adx_contentsnippet: 2, adx_webpage: 3 },
      adds: { adx_webpage: 1 },
      removes: { adx_webpage: 1 },
    });
    expect({ untouched, own, needs }).toEqual({ untouched: 3, own: 1, needs: 2 });
  });

  it('puts the kinds with most to do first', () => {
    const kinds = kindsOf(
      overview([
        record('1'),
        record('2'),
        record('3', { table: 'adx_webfile', state: 'different', conflicts: 1, open: 1 }),
        record('4', { table: 'adx_entitypermission', tick: { effect: 'unclear', shown: '', allow: true } }),
      ]),
    );
    expect(
      kinds.map(({ table, theirs, both, needs, rights }) => [table, theirs, both, needs, rights]),
    ).toEqual([
      ['adx_webfile', 0, 1, 1, 0],
      ['adx_webpage', 2, 0, 0, 0],
      ['adx_entitypermission', 1, 0, 0, 1],
    ]);
  });

  it('adds up open conflicts by kind, and all writes', () => {
    const some = overview([
      record('1', { open: 2, conflicts: 2 }),
      record('2', { open: 1, conflicts: 3 }),
      record('3', { table: 'adx_webfile', conflicts: 1 }),
    ]);
    expect(openKinds(some)).toMatchObject([{ table: 'adx_webpage', open: 3, added: false }]);
    expect(openKinds(some)[0]?.records.map(({ id }) => id)).toEqual(['1', '2']);
    expect(writesIn(some)).toBe(0);
    expect(writesIn({ writes: { create: 2, update: 3, link: 1, deactivate: 0, reactivate: 1 } })).toBe(7);
  });

  it('offers one decision for all kinds where there are several, without rights, and says where nothing is there to keep', () => {
    const open = { open: 1, conflicts: 1 };
    const pages = [record('1', open), record('2', { ...open, only: 'theirs' })];
    const file = record('3', { ...open, table: 'adx_webfile', only: 'theirs' });
    const right = record('4', { ...open, table: 'adx_entitypermission', guarded: true });
    expect(openKinds(overview([...pages, file, right]))).toMatchObject([
      { table: undefined, open: 3, added: false },
      { table: 'adx_webpage', open: 2, added: false },
      { table: 'adx_webfile', open: 1, added: true },
      { table: 'adx_entitypermission', open: 1, added: false },
    ]);
    expect(openKinds(overview([file, right])).map(({ table }) => table)).toEqual([
      'adx_webfile',
      'adx_entitypermission',
    ]);
  });
});
