import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { match } from './match.ts';
import { mergeSite } from './merge-site.ts';
import { undecided } from './outcome/decisions.ts';
import { planWrites } from './plan-writes.ts';
import type { SiteRecord } from './record.ts';
import { nameColumn, sample, tables } from './test-support/some-records.ts';
import { idOf, newId, provisioned, records, snapshotOf } from './test-support/some-sites.ts';
import { ticked } from './test-support/ticked.ts';

type Change = (record: SiteRecord) => SiteRecord | undefined;
const same: Change = (record) => record;
const gone: Change = () => undefined;
const put =
  (column: string, value: string): Change =>
  (record) => ({ ...record, fields: { ...record.fields, [column]: value } });
const rename: Change = (record) => put(nameColumn(record.table), 'renamed')(record);
const both =
  (one: Change, other: Change): Change =>
  (record) => {
    const half = one(record);
    return half && other(half);
  };

interface Case {
  readonly base: Change;
  readonly ours: Change;
  readonly theirs: Change;
  readonly state: string;
  readonly change: string;
  /** Of cells that somebody has to decide. */
  readonly asks?: readonly string[];
  /** What is written when nothing is to be decided, ticks apart. */
  readonly writes?: readonly string[];
}

const [a, b] = [put('adx_comment', 'a'), put('adx_comment', 'b')];
const other = put('adx_other', 'c');
const cases: Readonly<Record<string, Case>> = {
  unchanged: { base: same, ours: same, theirs: same, state: 'unchanged', change: 'none', writes: [] },
  'changed by us': { base: same, ours: a, theirs: same, state: 'ours', change: 'edited', writes: [] },
  'changed by the template': {
    base: same,
    ours: same,
    theirs: a,
    state: 'theirs',
    change: 'edited',
    writes: ['update'],
  },
  'changed alike': { base: same, ours: a, theirs: a, state: 'same', change: 'edited', writes: [] },
  'changed differently': {
    base: same,
    ours: a,
    theirs: b,
    state: 'different',
    change: 'edited',
    asks: ['adx_comment'],
  },
  'changed in two places': {
    base: same,
    ours: a,
    theirs: other,
    state: 'different',
    change: 'edited',
    writes: ['update'],
  },
  'a value taken away by us, changed by the template': {
    base: a,
    ours: same,
    theirs: b,
    state: 'different',
    change: 'edited',
    asks: ['adx_comment'],
  },
  'a value taken away by the template': {
    base: a,
    ours: a,
    theirs: same,
    state: 'theirs',
    change: 'edited',
    writes: ['update'],
  },
  'deleted by us': { base: same, ours: gone, theirs: same, state: 'ours', change: 'deleted', writes: [] },
  'deleted by the template': {
    base: same,
    ours: same,
    theirs: gone,
    state: 'theirs',
    change: 'deleted',
    writes: ['deactivate'],
  },
  'deleted by both': { base: same, ours: gone, theirs: gone, state: 'same', change: 'deleted', writes: [] },
  'deleted by us, changed by the template': {
    base: same,
    ours: gone,
    theirs: a,
    state: 'different',
    change: 'deleted',
    asks: ['presence'],
  },
  'changed by us, deleted by the template': {
    base: same,
    ours: a,
    theirs: gone,
    state: 'different',
    change: 'deleted',
    asks: ['presence'],
  },
  'added by us': { base: gone, ours: same, theirs: gone, state: 'ours', change: 'added', writes: [] },
  'added by the template': {
    base: gone,
    ours: gone,
    theirs: same,
    state: 'theirs',
    change: 'added',
    writes: ['create'],
  },
  'added alike': { base: gone, ours: a, theirs: a, state: 'same', change: 'added', writes: [] },
  'added differently': {
    base: gone,
    ours: a,
    theirs: b,
    state: 'different',
    change: 'added',
    asks: ['adx_comment'],
  },
  'renamed by us': { base: same, ours: rename, theirs: same, state: 'ours', change: 'renamed', writes: [] },
  'renamed by us, changed by the template': {
    base: same,
    ours: rename,
    theirs: a,
    state: 'different',
    change: 'renamed',
    writes: ['update'],
  },
  'renamed by the template': {
    base: same,
    ours: same,
    theirs: rename,
    state: 'theirs',
    change: 'renamed',
    writes: ['update'],
  },
  'renamed by the template, changed by us': {
    base: same,
    ours: a,
    theirs: rename,
    state: 'different',
    change: 'renamed',
    writes: ['update'],
  },
  'renamed alike': {
    base: same,
    ours: rename,
    theirs: both(rename, other),
    state: 'different',
    change: 'renamed',
    writes: ['update'],
  },
};

describe.each(tables)('%s', (table) => {
  test.each(Object.entries(cases))('%s', (name, { base, ours, theirs, state, change, asks = [], writes }) => {
    const own = sample(table);
    const site = (of: Change, as = own) => snapshotOf('ours', [...records, ...[of(as) ?? []].flat()]);
    // What only the site added by itself shares no id with what was provisioned.
    const made = { ...own, id: idOf('made here', table) };
    const sides = {
      base: site(base),
      ours: site(ours, base === gone ? made : own),
      theirs: provisioned(site(theirs), 'reference'),
    };
    const known = idOf('reference', own.id);
    // A person says that what the template calls otherwise is the same.
    const answers = name.includes('renamed by the template') ? { [known]: own.id } : {};
    const matching = match(sides, { newId, answers });
    expect(matching.questions).toEqual([]);
    const merged = mergeSite(matching);
    // What comes into a list changes the list too.
    const changed = merged.records.filter((one) => one.state !== 'unchanged' && !one.cells['order']);
    const expected = state === 'unchanged' ? [] : [{ table, state, change }];
    expect(changed.map(({ table, state, change }) => ({ table, state, change }))).toEqual(expected);
    const decision = decide(merged, undecided);
    const open = decision.open.flatMap((one) => (one.why === 'conflict' ? [one.cell] : []));
    expect(open).toEqual(asks);
    if (!writes) return;
    const plan = planWrites(decide(merged, ticked(merged, undecided)));
    expect(plan.writes.map(({ op }) => op)).toEqual(writes);
    expect(plan.writes.every((write) => write.table === table)).toBe(true);
  });
});
