import { describe, expect, test } from 'vitest';
import { snapshotAddress } from './address.ts';
import { inferBaseline } from './baseline.ts';
import { decide } from './decide.ts';
import { Incomparable, match } from './match.ts';
import { mergeSite } from './merge-site.ts';
import { undecided } from './outcome/decisions.ts';
import { planWrites } from './plan-writes.ts';
import type { SiteRecord } from './record.ts';
import {
  hash,
  id,
  idOf,
  newId,
  provisioned,
  record,
  records,
  snapshotOf,
} from './test-support/some-sites.ts';

const site = snapshotOf('ours');
const plus = (...more: SiteRecord[]) => snapshotOf('ours', [...records, ...more]);
const without = (...names: string[]) =>
  snapshotOf(
    'ours',
    records.filter((one) => !names.some((name) => one.id === id(name))),
  );
const changed = (name: string, fields: SiteRecord['fields']) =>
  snapshotOf(
    'ours',
    records.map((one) => (one.id === id(name) ? { ...one, fields: { ...one.fields, ...fields } } : one)),
  );
const template = (of = site) => provisioned(of, 'reference');
const there = (name: string) => idOf('reference', id(name));
const setting = (name: string, value: string) =>
  record('adx_sitesetting', name, { fields: { adx_name: 'ThemeFeature', adx_value: value } });

describe('two provisionings of one template', () => {
  test('share no id, and every record finds its own', () => {
    const { matches, questions, leftOut } = match({ base: site, ours: site, theirs: template() }, { newId });
    expect({ questions, leftOut }).toEqual({ questions: [], leftOut: [] });
    expect(matches.map((one) => [one.id, one.theirs?.id])).toEqual(
      expect.arrayContaining(records.map((one) => [one.id, idOf('reference', one.id)])),
    );
    expect(matches).toHaveLength(records.length);
  });

  test('have one address, whatever their ids, order and line ends; what they say changes it', () => {
    const address = snapshotAddress(site, hash);
    expect(snapshotAddress(template(), hash)).toBe(address);
    expect(snapshotAddress({ ...site, records: records.toReversed() }, hash)).toBe(address);
    expect(snapshotAddress(changed('search', { adx_value: 'false' }), hash)).not.toBe(address);
    expect(snapshotAddress(changed('to home', { adx_displayorder: 9 }), hash)).not.toBe(address);
    // Numbered anew, in the same order.
    expect(snapshotAddress(changed('to home', { adx_displayorder: -7 }), hash)).toBe(address);
  });

  test.each(['language', 'model'] as const)('of another %s can’t be put side by side', (differ) => {
    const theirs = {
      ...template(),
      language: 2052,
      ...(differ === 'model' && { language: 1033, model: 'enhanced' as const }),
    };
    expect(() => match({ base: site, ours: site, theirs }, { newId })).toThrow(Incomparable);
  });
});

describe('names that several records have', () => {
  const [one, two] = [setting('first', 'a'), setting('second', 'b')];

  test('are told apart by what they say, where that is the same on both sides', () => {
    const { matches, questions } = match(
      { base: plus(one, two), ours: plus(one, two), theirs: template(plus(two, one)) },
      { newId },
    );
    expect(questions).toEqual([]);
    expect(matches.find((each) => each.id === two.id)?.theirs?.id).toBe(idOf('reference', two.id));
  });

  test('else go to a person, and nothing can be planned before the answer', () => {
    const next = plus(one, { ...two, fields: { ...two.fields, adx_value: 'c' } }, setting('third', 'd'));
    const sides = { base: plus(one, two), ours: plus(one, two), theirs: template(next) };
    const asked = match(sides, { newId });
    expect(asked.questions).toEqual([
      {
        kind: 'ambiguous',
        table: 'adx_sitesetting',
        theirs: [there('second'), there('third')],
        candidates: [two.id],
      },
    ]);
    expect(asked.matches.some((each) => each.id === two.id)).toBe(false);
    expect(() => planWrites(decide(mergeSite(asked), undecided))).toThrow('1 decisions are open');
    const answers = { [there('second')]: two.id, [there('third')]: 'new' };
    const plan = planWrites(decide(mergeSite(match(sides, { newId, answers })), undecided));
    expect(plan.writes.map(({ op, id }) => [op, id])).toEqual([
      ['create', newId({ ...setting('third', 'd'), id: there('third') })],
      ['update', two.id],
    ]);
  });

  test('an answer holds whoever else has the name, and is asked for again when it can’t be', () => {
    const sides = { base: plus(one), ours: plus(one), theirs: template(plus(one, two)) };
    const pairs = (answers: Record<string, string>) => {
      const { matches, questions } = match(sides, { newId, answers });
      return { theirs: matches.find((each) => each.id === one.id)?.theirs?.id, asked: questions.length };
    };
    expect(pairs({})).toEqual({ theirs: there('first'), asked: 0 });
    expect(pairs({ [there('second')]: one.id })).toEqual({ theirs: there('second'), asked: 0 });
    expect(pairs({ [there('second')]: id('header') })).toEqual({ theirs: there('first'), asked: 0 });
    expect(pairs({ [there('first')]: one.id, [there('second')]: one.id }).theirs).toBe(there('first'));
  });

  test('and what lies below waits with them', () => {
    const again = (name: string, text: string) =>
      record('adx_webform', name, { fields: { adx_name: 'Twice', adx_comment: text } });
    const step = record('adx_webformstep', 'below', {
      fields: { adx_name: 'Step' },
      refs: { adx_webform: id('w1') },
    });
    const ours = plus(again('w1', 'a'), again('w2', 'b'), step);
    const theirs = template(plus(again('w1', 'c'), again('w2', 'd'), step));
    const { matches, questions } = match({ base: ours, ours, theirs }, { newId });
    expect(questions).toHaveLength(1);
    expect(
      matches
        .filter(
          (each) =>
            (each.base ?? each.theirs)?.table.startsWith('adx_webform') && each.id !== id('order wizard'),
        )
        .map((each) => each.id),
    ).not.toContain(id('below'));
    const { open } = decide(mergeSite({ ...match({ base: ours, ours, theirs }, { newId }) }), undecided);
    expect(open.map(({ why }) => why)).toEqual(['question']);
  });
});

describe('who is who, over time', () => {
  test('what we renamed is known by its id', () => {
    const { matches } = match(
      { base: site, ours: changed('home template', { adx_name: 'Start' }), theirs: template() },
      { newId },
    );
    expect(matches.find((each) => each.id === id('home template'))?.theirs?.id).toBe(there('home template'));
    expect(matches).toHaveLength(records.length);
  });

  test('what the template renamed is a question, not a deletion', () => {
    const sides = {
      base: site,
      ours: site,
      theirs: template(changed('home template', { adx_name: 'Start' })),
    };
    expect(match(sides, { newId }).questions).toEqual([
      {
        kind: 'renamed',
        table: 'adx_webtemplate',
        theirs: [there('home template')],
        candidates: [id('home template')],
      },
    ]);
    const yes = match(sides, { newId, answers: { [there('home template')]: id('home template') } });
    expect(mergeSite(yes).records.filter(({ change }) => change !== 'none')).toMatchObject([
      { id: id('home template'), change: 'renamed', state: 'theirs' },
    ]);
  });

  test('a row that was deleted and made again by its name is the same record, under its new id', () => {
    const again = {
      ...(records.find((one) => one.id === id('footer')) ?? setting('', '')),
      id: idOf('again'),
    };
    const ours = snapshotOf('ours', [...without('footer').records, again]);
    const merged = mergeSite(
      match({ base: site, ours, theirs: template(changed('footer', { adx_value: 'new' })) }, { newId }),
    );
    const plan = planWrites(decide(merged, undecided));
    expect(plan.writes).toMatchObject([{ op: 'update', id: idOf('again'), fields: { adx_value: 'new' } }]);
  });

  test('what was deactivated, as the studio deletes, is deleted; when the template’s is wanted it comes back', () => {
    const gone = changed('footer', { adx_name: 'Footer-deleted' });
    const ours = {
      ...gone,
      records: gone.records.map((one) =>
        one.id === id('footer') ? { ...one, inactive: true as const } : one,
      ),
    };
    const merged = mergeSite(
      match({ base: site, ours, theirs: template(changed('footer', { adx_value: 'new' })) }, { newId }),
    );
    expect(merged.records.filter(({ change }) => change !== 'none')).toMatchObject([
      { change: 'deleted', state: 'different' },
    ]);
    const choices = [{ record: id('footer'), cell: 'presence', take: 'theirs' }] as const;
    expect(planWrites(decide(merged, { ...undecided, choices })).writes).toMatchObject([
      { op: 'reactivate', id: id('footer') },
      { op: 'update', id: id('footer'), fields: { adx_name: 'Footer', adx_value: 'new' } },
    ]);
  });

  test('pages in a language that the site hasn’t got are left out, and said', () => {
    const german = record('adx_websitelanguage', 'german', {
      refs: { adx_portallanguageid: id('lcid 1055') },
    });
    const turkish = record('adx_portallanguage', 'lcid 1055', { fields: { adx_lcid: 1055 } });
    const text = record('adx_contentsnippet', 'text', {
      fields: { adx_name: 'Footer' },
      refs: { adx_contentsnippetlanguageid: german.id },
    });
    const { leftOut, matches } = match(
      { base: site, ours: site, theirs: template(plus(turkish, german, text)) },
      { newId },
    );
    expect(leftOut.map(({ table }) => table)).toEqual([
      'adx_portallanguage',
      'adx_websitelanguage',
      'adx_contentsnippet',
    ]);
    expect(matches).toHaveLength(records.length);
  });

  test('languages that the other environment hasn’t got are nobody’s change', () => {
    const { records: all } = mergeSite(
      match({ base: site, ours: site, theirs: template(without('lcid 1031')) }, { newId }),
    );
    expect(all.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(decide({ records: all, questions: [], leftOut: [] }, undecided).open).toEqual([]);
  });

  test('without a baseline, what nobody touched is one; the rest is asked about', () => {
    const ours = {
      ...changed('footer', { adx_value: 'ours' }),
    };
    const live = {
      ...ours,
      records: ours.records.map((one) => ({ ...one, untouched: one.id !== id('footer') })),
    };
    const base = inferBaseline(live);
    expect(base.origin).toBe('inferred');
    expect(base.records).toHaveLength(records.length - 1);
    const theirs = template(
      snapshotOf('ours', [
        ...changed('search', { adx_value: 'false' }).records.filter((one) => one.id !== id('logo')),
        setting('extra', 'x'),
      ]),
    );
    const { open } = decide(mergeSite(match({ base, ours: live, theirs }, { newId })), undecided);
    expect(open).toMatchObject(
      [
        { record: id('footer'), cell: 'adx_value' },
        { record: id('logo'), cell: 'presence' },
        { record: newId({ ...setting('extra', 'x'), id: there('extra') }), cell: 'presence' },
      ].toSorted(
        (a, b) =>
          open.findIndex((o) => 'record' in o && o.record === a.record) -
          open.findIndex((o) => 'record' in o && o.record === b.record),
      ),
    );
  });
});
