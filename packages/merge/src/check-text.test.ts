import { describe, expect, test } from 'vitest';
import type { CellKind } from './canonical/content.ts';
import { checkText, checkTexts, newFaults } from './check-text.ts';
import { decide } from './decide.ts';
import { match } from './match.ts';
import { mergeSite } from './merge-site.ts';
import { undecided } from './outcome/decisions.ts';
import { id, newId, provisioned, records, snapshotOf } from './test-support/some-sites.ts';

/** Texts as they stand in real sites, and the same with one thing wrong. */
const cases: readonly (readonly [CellKind, string, string])[] = [
  ['liquid', '{% if user %}Hello{% else %}Hi{% endif %}', '{% if user %}Hello'],
  ['liquid', '{% for o in orders limit:3 %}{{ o.name | escape }}{% endfor %}', '{% for o in orders %}{{ o'],
  ['liquid', '{% fetchxml q %}<fetch>{% if a %}x{% endif %}</fetch>{% endfetchxml %}', '{% endfetchxml %}'],
  ['liquid', '{% editable snippets "Footer" type: "html" %}', '{% editable snippets "Footer"'],
  ['liquid', '{% extends "Layout" %}{% block main %}x{% endblock %}', '{% if a %}{% endfor %}{% endif %}'],
  ['liquid', '{% entitylist id:page.adx_entitylist.id %}{% endentitylist %}', '{% unless a %}b{% endif %}'],
  ['script', '$(function () { hide("{{ page.id }}"); });', '$(function () { hide("name"; });'],
  ['script', '{% if a %}var x = 1;{% endif %}', 'var x = {% if a %}1;'],
  ['script', 'import a from "./a.js"; export default a;', 'import from a'],
  ['style', '.a { color: {{ color }}; } {% if b %}.b { top: 0 }{% endif %}', '.a { color: red;'],
  ['style', '/* all */ @media print { a { top: 0 } }', '/* {% endif %} */ a { top: 0 }'],
  ['json', '{"a":[1]}', '{"a":[1}'],
  ['json', 'true', '{"a":1}}'],
  ['languages', '[{"LCID":1033,"Value":"a"}]', '[{"LCID":1033,"Value":"a"]'],
];

describe('a text that is to be applied', () => {
  test.each(cases)('of the kind %s: %s is sound, and %s is not', async (kind, sound, broken) => {
    expect(await checkText(kind, sound)).toEqual([]);
    expect((await checkText(kind, broken)).length).toBeGreaterThan(0);
  });

  test('a fault names its line', async () => {
    expect(await checkText('script', 'var a;\nvar b = ;\n')).toEqual([
      { language: 'JavaScript', line: 2, says: 'Unexpected token' },
    ]);
    expect((await checkText('style', 'a {}\nb {\n'))[0]).toMatchObject({ language: 'CSS', line: 2 });
    expect((await checkText('liquid', 'a\n{% if b %}\n'))[0]).toMatchObject({ language: 'Liquid', line: 2 });
  });

  test('only what no source has counts: the site works with it, or a parser doesn’t know it', async () => {
    const odd = '{% if a %}';
    expect(await newFaults('liquid', `${odd}x`, [odd, undefined])).toEqual([]);
    expect(await newFaults('liquid', `${odd}x`, ['x', 'y'])).toHaveLength(1);
  });

  test('two halves that are each sound can make a whole that isn’t', async () => {
    const source = ['<p>', '{% if a %}', 'x', 'y', 'z', '{% endif %}', '</p>'];
    const site = (lines: readonly string[]) =>
      snapshotOf(
        'ours',
        records.map((one) =>
          one.id === id('header') ? { ...one, fields: { ...one.fields, adx_source: lines.join('\n') } } : one,
        ),
      );
    // We took the condition away; the template says something else where it doesn't hold.
    const ours = source.filter((line) => !line.startsWith('{%'));
    const theirs = source.toSpliced(4, 0, '{% else %}');
    const matching = match(
      { base: site(source), ours: site(ours), theirs: provisioned(site(theirs), 'reference') },
      { newId },
    );
    const merged = mergeSite(matching);
    const decided = decide(merged, undecided);
    expect(decided.open).toEqual([]);
    expect(await checkTexts(decided)).toMatchObject([
      { record: id('header'), cell: 'adx_source', faults: [{ language: 'Liquid', line: 4 }] },
    ]);
    const choices = [{ record: id('header'), cell: 'adx_source', take: 'mine' }] as const;
    expect(await checkTexts(decide(merged, { ...undecided, choices }))).toEqual([]);
  });
});
