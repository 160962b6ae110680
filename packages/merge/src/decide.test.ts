import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { match } from './match.ts';
import { mergeSite } from './merge-site.ts';
import { type Decisions, undecided } from './outcome/decisions.ts';
import { findNamed } from './outcome/find-named.ts';
import { NoSuchChoice } from './outcome/resolve-cell.ts';
import { applyPlan } from './plan.ts';
import { planWrites } from './plan-writes.ts';
import type { SiteRecord } from './record.ts';
import { id, idOf, newId, provisioned, record, records, snapshotOf } from './test-support/some-sites.ts';
import { ticked } from './test-support/ticked.ts';

type Edit = (record: SiteRecord) => SiteRecord;
type Edits = Readonly<Record<string, Edit>>;
const fields =
  (values: SiteRecord['fields']): Edit =>
  (one) => ({ ...one, fields: { ...one.fields, ...values } });
const site = (edits: Edits = {}, more: readonly SiteRecord[] = [], gone: readonly string[] = []) => {
  const byId = new Map(Object.entries(edits).map(([name, edit]) => [id(name), edit]));
  const kept = records.filter((one) => !gone.some((name) => one.id === id(name)));
  return snapshotOf('ours', [...kept.map((one) => byId.get(one.id)?.(one) ?? one), ...more]);
};
const merge = (ours = site(), theirs = site(), base = site()) =>
  mergeSite(match({ base, ours, theirs: provisioned(theirs, 'reference') }, { newId }));
const there = (name: string) => idOf('new', idOf('reference', id(name)));
const rows = 'a\nb\nc\nd\ne\nf\ng';
const source = (text: string) => ({ header: fields({ adx_source: text }) });
const header = id('header');

describe('what somebody decided', () => {
  const merged = merge(
    site(source('a\nB1\nc\nd\ne\nF1\ng')),
    site(source('a\nB2\nc\nd\ne\nF2\ng\nh')),
    site(source(rows)),
  );
  const text = (decisions: Partial<Decisions>) => {
    const { records, open } = decide(merged, { ...undecided, ...decisions });
    return open.length > 0 ? open : records.find((one) => one.record.id === header)?.says?.get('adx_source');
  };

  test('nothing: each conflict is open, and there is no plan', () => {
    expect(text({})).toEqual([{ why: 'conflict', record: header, cell: 'adx_source', regions: [0, 1] }]);
    expect(() => planWrites(decide(merged, undecided))).toThrow('open');
  });

  test.each([
    ['mine', 'a\nB1\nc\nd\ne\nF1\ng\nh'],
    ['theirs', 'a\nB2\nc\nd\ne\nF2\ng\nh'],
    ['both', 'a\nB1\nB2\nc\nd\ne\nF1\nF2\ng\nh'],
  ] as const)('%s settles the conflicts and keeps what goes together', (take, expected) => {
    expect(text({ choices: [{ record: header, cell: 'adx_source', take }] })).toBe(expected);
  });

  test('one conflict by itself leaves the other open; a choice of the whole is for the rest', () => {
    const first = { record: header, cell: 'adx_source', take: 'theirs', region: 0 } as const;
    expect(text({ choices: [first] })).toMatchObject([{ regions: [1] }]);
    const rest = { record: header, cell: 'adx_source', take: 'mine' } as const;
    expect(text({ choices: [first, rest] })).toBe('a\nB2\nc\nd\ne\nF1\ng\nh');
  });

  test('a text written by hand is taken as it is', () => {
    expect(text({ choices: [{ record: header, cell: 'adx_source', take: 'edit', value: 'mine' }] })).toBe(
      'mine',
    );
  });

  test('but only what a text can be, with one kind of line ends', () => {
    const edit = (value: string | number) =>
      [{ record: header, cell: 'adx_source', take: 'edit', value }] as const;
    expect(text({ choices: edit('a\r\nb\r\n') })).toBe('a\nb');
    expect(() => text({ choices: edit(7) })).toThrow(NoSuchChoice);
    const both = [{ record: id('search'), cell: 'adx_value', take: 'both' }] as const;
    const changed = merge(site(), site({ search: fields({ adx_value: 'false' }) }));
    expect(() => decide(changed, { ...undecided, choices: both })).toThrow(NoSuchChoice);
  });

  test('a rule fills what has no choice, and only where it fits', () => {
    const choice = { record: header, cell: 'adx_source', take: 'mine', region: 0 } as const;
    expect(text({ choices: [choice], rules: [{ table: 'adx_webtemplate', take: 'theirs' }] })).toBe(
      'a\nB1\nc\nd\ne\nF2\ng\nh',
    );
    expect(text({ rules: [{ table: 'adx_webpage', take: 'theirs' }] })).toHaveLength(1);
  });

  test('a rule that spares what is guarded leaves rights and security settings open', () => {
    const edited = (of: string) =>
      site({
        search: fields({ adx_value: of }),
        'open registration': fields({ adx_value: of }),
        'orders of the account': fields({ adx_entityname: `Orders ${of}` }),
      });
    const both = merge(edited('ours'), edited('theirs'));
    const left = (rule: Decisions['rules'][number]) =>
      decide(both, { ...undecided, rules: [rule] }).open.flatMap((each) =>
        each.why === 'conflict' ? each.record : [],
      );
    expect(left({ take: 'mine' })).toEqual([]);
    expect(left({ take: 'mine', spares: 'guarded' }).toSorted()).toEqual(
      [id('open registration'), id('orders of the account')].toSorted(),
    );
  });

  test('what is not there any more is stale', () => {
    const choice = { record: header, cell: 'adx_mimetype', take: 'mine' } as const;
    expect(decide(merged, { ...undecided, choices: [choice] }).stale).toEqual([choice]);
  });

  test('decided when it said something else it is open again, whatever a rule says, until it is decided anew', () => {
    const cell = { record: header, cell: 'adx_source' };
    const outdated = [cell];
    const rules = [{ take: 'theirs' }] as const;
    expect(text({ outdated, rules })).toEqual([
      { why: 'conflict', ...cell, regions: [0, 1], outdated: true },
    ]);
    expect(text({ outdated, choices: [{ ...cell, take: 'mine' }] })).toBe('a\nB1\nc\nd\ne\nF1\ng\nh');
  });

  test('also where all goes together now: until then the site says what it does', () => {
    const theirs = merge(site(), site({ search: fields({ adx_value: 'false' }) }));
    const outdated = [{ record: id('search'), cell: 'adx_value' }];
    const decision = decide(theirs, { ...undecided, outdated });
    expect(decision.open).toEqual([{ why: 'conflict', ...outdated[0], outdated: true }]);
    expect(planWrites({ ...decision, open: [] }).writes).toEqual([]);
  });

  test('no conflict: the template’s change can be refused', () => {
    const theirs = merge(site(), site({ search: fields({ adx_value: 'false' }) }));
    const choices = [{ record: id('search'), cell: 'adx_value', take: 'mine' }] as const;
    expect(planWrites(decide(theirs, undecided)).writes).toHaveLength(1);
    expect(planWrites(decide(theirs, { ...undecided, choices })).writes).toEqual([]);
  });
});

describe('names in texts', () => {
  const snippet = record('adx_contentsnippet', 'news', { fields: { adx_name: 'News', adx_value: 'x' } });
  const text = (adx_source: string) => site({ header: fields({ adx_source }) }, [snippet]);
  const named = (ours: ReturnType<typeof site>, theirs: ReturnType<typeof site>, decisions = {}) =>
    findNamed(decide(merge(ours, theirs), { ...undecided, ...decisions }).records);
  const out = { choices: [{ record: there('news'), cell: 'presence', take: 'mine' }] } as const;

  test.each([`{{ snippets["news"] }}`, `{% editable snippets 'News' %}`])(
    '%s of a snippet that is decided against is told',
    (source) => {
      expect(named(site(), text(source))).toEqual([]);
      expect(named(site(), text(source), out)).toEqual([
        { record: header, cell: 'adx_source', target: there('news') },
      ]);
    },
  );

  test('what the site named before, and what nobody has, is as it was', () => {
    const own = site({ header: fields({ adx_source: '{{ snippets["News"] }}' }) });
    expect(named(own, site({}, [snippet]), out)).toEqual([]);
    expect(named(site(), text('{{ snippets["Other"] }}'), out)).toEqual([]);
  });

  test('what goes is told of a text that named it all along', () => {
    const both = (more: readonly SiteRecord[]) =>
      site({ header: fields({ adx_source: "{% include 'Tile' %}" }) }, more);
    const tile = record('adx_webtemplate', 'tile', { fields: { adx_name: 'Tile', adx_source: 'y' } });
    const gone = merge(both([tile]), both([]), both([tile]));
    expect(findNamed(decide(gone, undecided).records)).toEqual([
      { record: header, cell: 'adx_source', target: id('tile') },
    ]);
  });
});

describe('who may do what', () => {
  const permission = id('orders of the account');
  const roles =
    (...names: string[]): Edit =>
    (one) => ({ ...one, sets: { adx_entitypermission_webrole: names.map(id).sort() } });
  const openOf = (edits: Edits, ours: Edits = {}, rules: Decisions['rules'] = []) =>
    decide(merge(site(ours), site(edits)), { ...undecided, rules }).open;

  test.each<[string, Edits, string]>([
    ['a right more', { 'orders of the account': fields({ adx_delete: true }) }, 'wider'],
    ['a role more', { 'orders of the account': roles('customers', 'anonymous') }, 'wider'],
    ['another scope', { 'orders of the account': fields({ adx_scope: 756150000 }) }, 'unclear'],
    ['a rule of a page', { 'only members': fields({ adx_comment: 'x' }) }, 'unclear'],
    ['a role of its own', { customers: fields({ adx_comment: 'x' }) }, 'unclear'],
    ['how people sign in', { 'open registration': fields({ adx_value: 'true' }) }, 'unclear'],
  ])('%s is not taken over without a tick, whatever a rule says', (_, edits, effect) => {
    expect(openOf(edits, {}, [{ take: 'theirs' }])).toMatchObject([{ why: 'needs-tick', effect }]);
  });

  test.each<[string, Edits]>([
    ['a right less', { lines: (one) => ({ ...one, fields: { ...one.fields, adx_write: false } }) }],
    ['a role less', { lines: roles('customers') }],
    ['another kind of setting', { search: fields({ adx_value: 'false' }) }],
  ])('%s needs none', (_, edits) => {
    expect(openOf(edits)).toEqual([]);
  });

  test('both sides may have added a role: what goes together by itself is wider than ours, and asked', () => {
    const edits = { 'orders of the account': roles('customers', 'anonymous') };
    expect(openOf(edits, { 'orders of the account': roles('customers', 'representatives') })).toMatchObject([
      { why: 'needs-tick', record: permission, effect: 'wider' },
    ]);
  });

  test('ticked it is written, refused it stays as it is', () => {
    const merged = merge(site(), site({ 'orders of the account': roles('customers', 'anonymous') }));
    const plan = (allow: boolean) => planWrites(decide(merged, ticked(merged, undecided, allow))).writes;
    expect(plan(true)).toEqual([
      {
        op: 'link',
        table: 'adx_entitypermission',
        id: permission,
        relationship: 'adx_entitypermission_webrole',
        add: [id('anonymous')],
        remove: [],
      },
    ]);
    expect(plan(false)).toEqual([]);
  });

  test('a tick is for what was shown: another change of the same record needs another', () => {
    const wider = { 'orders of the account': roles('customers', 'representatives') };
    const { ticks } = ticked(merge(site(), site(wider)), undecided);
    const later = merge(site(), site({ 'orders of the account': roles('customers', 'anonymous') }));
    expect(decide(later, { ...undecided, ticks }).open).toMatchObject([
      { why: 'needs-tick', record: permission },
    ]);
    expect(decide(merge(site(), site(wider)), { ...undecided, ticks }).open).toEqual([]);
  });

  test('a secret is never written: only its mark is known', () => {
    const secret = (mark: string) =>
      record('adx_sitesetting', 'secret', {
        fields: { adx_name: 'A/ClientSecret', adx_value: `sealed:${mark}` },
      });
    const merged = merge(site({}, [secret('a')]), site({}, [secret('c')]), site({}, [secret('a')]));
    expect(planWrites(decide(merged, undecided)).writes).toEqual([]);
    const added = planWrites(decide(merge(site(), site({}, [secret('a')])), undecided)).writes;
    expect(added).toMatchObject([{ op: 'create', fields: { adx_name: 'A/ClientSecret' } }]);
    expect(JSON.stringify(added)).not.toContain('sealed');
  });
});

describe('the plan', () => {
  test('makes parents before children, links after both, and what goes last', () => {
    const page = record('adx_webpage', 'new page', {
      fields: { adx_name: 'N', adx_partialurl: 'n' },
      refs: { adx_parentpageid: id('new parent') },
    });
    const parent = record('adx_webpage', 'new parent', {
      fields: { adx_name: 'P', adx_partialurl: 'p' },
      refs: { adx_parentpageid: id('home') },
    });
    const child = record('adx_entitypermission', 'new permission', {
      fields: { adx_entityname: 'X', adx_read: true },
      sets: { adx_entitypermission_webrole: [id('customers')] },
    });
    const merged = merge(
      site(),
      site({ search: fields({ adx_value: 'no' }) }, [page, parent, child], ['footer']),
    );
    expect(
      planWrites(decide(merged, ticked(merged, undecided))).writes.map(({ op, id }) => [op, id]),
    ).toEqual([
      ['create', there('new permission')],
      ['create', there('new parent')],
      ['create', there('new page')],
      ['update', id('search')],
      ['link', there('new permission')],
      ['deactivate', id('footer')],
    ]);
  });

  test('rows that refer to each other are made first and tied afterwards', () => {
    const form = record('adx_webform', 'new form', {
      fields: { adx_name: 'F' },
      refs: { adx_startstep: id('new step') },
    });
    const step = record('adx_webformstep', 'new step', {
      fields: { adx_name: 'S' },
      refs: { adx_webform: id('new form') },
    });
    const { writes } = planWrites(decide(merge(site(), site({}, [form, step])), undecided));
    expect(writes.map(({ op }) => op)).toEqual(['create', 'create', 'update']);
    const after = applyPlan(records, { writes });
    expect(after.find((one) => one.id === there('new form'))?.refs).toEqual({
      adx_startstep: there('new step'),
    });
    expect(after.find((one) => one.id === there('new step'))?.refs).toEqual({
      adx_webform: there('new form'),
    });
  });

  test('a page for a language is made by the portal too, and says so', () => {
    const root = record('adx_webpage', 'new root', {
      fields: { adx_name: 'R', adx_partialurl: 'r', adx_isroot: true },
      refs: { adx_parentpageid: id('home') },
    });
    const text = record('adx_webpage', 'new text', {
      fields: { adx_name: 'R', adx_partialurl: 'r' },
      refs: {
        adx_parentpageid: id('home'),
        adx_rootwebpageid: id('new root'),
        adx_webpagelanguageid: id('english'),
      },
    });
    const { writes } = planWrites(decide(merge(site(), site({}, [text, root])), undecided));
    expect(writes).toMatchObject([
      { op: 'create', id: there('new root') },
      { op: 'create', mayExist: true },
    ]);
    expect(writes[0]).not.toHaveProperty('mayExist');
  });

  test('nothing is taken away that something of ours refers to', () => {
    const own = record('adx_pagetemplate', 'own', {
      fields: { adx_name: 'Own' },
      refs: { adx_webtemplateid: id('header') },
    });
    const noHeader: Edits = { website: (one) => ({ ...one, refs: { adx_defaultlanguage: id('english') } }) };
    const { open } = decide(merge(site({}, [own]), site(noHeader, [], ['header'])), undecided);
    expect(open).toEqual([
      { why: 'refers-to-gone', record: id('own'), cell: 'adx_webtemplateid', target: header },
    ]);
  });

  test('a text goes back with the line ends that it had', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`;
    const ours = site({ header: fields({ adx_source: windows(rows), adx_comment: 'a\nb' }) });
    const { writes } = planWrites(
      decide(merge(ours, site(source(`${rows}\nh`)), site(source(rows))), undecided),
    );
    expect(writes).toMatchObject([{ op: 'update', fields: { adx_source: windows(`${rows}\nh`) } }]);
  });

  test('links that both sides put elsewhere are put in an order, and numbered only where needed', () => {
    const link = (name: string, place: number) =>
      record('adx_weblink', name, {
        fields: { adx_name: name, adx_displayorder: place },
        refs: { adx_weblinksetid: id('main menu'), adx_pageid: id('order') },
      });
    const renumbered = {
      'to home': fields({ adx_displayorder: 10 }),
      'to orders': fields({ adx_displayorder: 20 }),
      'to profile': fields({ adx_displayorder: 30 }),
    };
    const first = merge(site(renumbered), site({}, [link('new link', 2.5)]));
    const after = applyPlan(site(renumbered).records, planWrites(decide(first, undecided)));
    const places = after
      .filter(({ table }) => table === 'adx_weblink')
      .map(({ id, fields }) => [id, fields['adx_displayorder']]);
    expect(places).toEqual([
      [id('to home'), 10],
      [id('to orders'), 20],
      [id('to profile'), 30],
      [there('new link'), 21],
    ]);
    const second = merge(
      site({ 'to home': fields({ adx_displayorder: 9 }) }),
      site({ 'to home': fields({ adx_displayorder: 2.5 }) }),
    );
    expect(decide(second, undecided).open).toEqual([
      { why: 'conflict', record: id('main menu'), cell: 'order' },
    ]);
  });

  test('what refers to something that the site can’t have stays as it is, and no foreign id gets in', () => {
    const gone: SiteRecord = {
      ...record('adx_webpage', 'gone', { fields: { adx_name: 'G', adx_partialurl: 'g' } }),
      inactive: true,
    };
    const edits: Edits = {
      'order list': (one) => ({
        ...fields({ adx_settings: `{"page":"${gone.id}"}`, adx_comment: 'x' })(one),
        refs: { adx_webpageforcreate: gone.id },
      }),
    };
    const merged = merge(site(), site(edits, [gone]));
    const list = merged.records.find((one) => one.id === id('order list'));
    expect(list?.unresolved).toEqual(['adx_webpageforcreate', 'adx_settings']);
    const { writes } = planWrites(decide(merged, undecided));
    expect(writes).toMatchObject([
      { op: 'update', fields: { adx_comment: 'x' }, refs: { adx_webpagefordetailsview: null } },
    ]);
    expect(JSON.stringify(writes)).not.toContain(idOf('reference', gone.id));
  });

  test('ids in JSON are those of the live site, and JSON merges by key', () => {
    const list = records.find((one) => one.id === id('order list'));
    const settings = JSON.parse(String(list?.fields['adx_settings']));
    const put = (more: object) => ({
      'order list': fields({ adx_settings: JSON.stringify({ ...settings, ...more }, null, 2) }),
    });
    const merged = merge(site(put({ pageSize: 50 })), site(put({ view: id('profile') })));
    const { writes } = planWrites(decide(merged, undecided));
    const [write] = writes;
    const text = write?.op === 'update' ? String(write.fields?.['adx_settings']) : '';
    expect(JSON.parse(text)).toEqual({ ...settings, pageSize: 50, view: id('profile') });
    expect(text).toContain('\n  "pageSize"');
  });
});
