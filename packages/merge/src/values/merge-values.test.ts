import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { mergeJson } from './merge-json.ts';
import { mergeList } from './merge-list.ts';
import { mergeSet } from './merge-set.ts';

const members = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
const value = fc.oneof(
  fc.integer({ max: 3, min: 0 }),
  fc.constantFrom('x', null),
  fc.array(fc.nat(2), { maxLength: 2 }),
);
const tree = fc.dictionary(
  fc.constantFrom('p', 'q', '__proto__', 'constructor'),
  fc.oneof(value, fc.dictionary(fc.constantFrom('r', 's'), value)),
);
/** Equal as JSON: the order of keys is nobody's intention. */
const equal = (one: unknown, other: unknown) => expect(canonicalJson(one)).toBe(canonicalJson(other));

describe('the laws hold for', () => {
  test('sets', () => {
    fc.assert(
      fc.property(members, members, members, (base, ours, theirs) => {
        expect(mergeSet(base, ours, base)).toEqual(ours.toSorted());
        expect(mergeSet(base, base, theirs)).toEqual(theirs.toSorted());
        expect(mergeSet(base, ours, ours)).toEqual(ours.toSorted());
        expect(mergeSet(base, ours, theirs)).toEqual(mergeSet(base, theirs, ours));
      }),
    );
  });

  test('lists: and nobody is lost or there twice', () => {
    fc.assert(
      fc.property(members, members, members, (base, ours, theirs) => {
        expect(mergeList(base, ours, base)).toEqual(ours);
        expect(mergeList(base, base, theirs)).toEqual(theirs);
        const merged = mergeList(base, ours, theirs);
        expect(mergeList(base, theirs, ours)).toEqual(merged);
        if (merged) expect(merged.toSorted()).toEqual(mergeSet(base, ours, theirs));
      }),
    );
  });

  test('JSON: with the sides mirrored too', () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, ours, theirs) => {
        equal(mergeJson(base, ours, base).mine, ours);
        equal(mergeJson(base, base, theirs).mine, theirs);
        equal(mergeJson(base, ours, ours).mine, ours);
        const [one, other] = [mergeJson(base, ours, theirs), mergeJson(base, theirs, ours)];
        equal(one.mine, other.yours);
        equal(one.yours, other.mine);
        expect(one.conflicts.length).toBe(other.conflicts.length);
        if (one.conflicts.length === 0) equal(one.mine, one.yours);
      }),
    );
  });
});

test('texts in several languages merge by language, whatever their order', () => {
  const text = (LCID: number, Value: string) => ({ LCID, Value });
  const base = [text(1033, 'Saved'), text(1031, 'Gespeichert')];
  const ours = [text(1033, 'Done'), text(1031, 'Gespeichert')];
  const theirs = [text(1031, 'Gesichert'), text(1033, 'Saved'), text(1036, 'Fait')];
  expect(mergeJson(base, ours, theirs)).toEqual({
    mine: [text(1033, 'Done'), text(1031, 'Gesichert'), text(1036, 'Fait')],
    yours: [text(1033, 'Done'), text(1031, 'Gesichert'), text(1036, 'Fait')],
    conflicts: [],
  });
  const both = mergeJson(base, ours, [text(1033, 'Stored'), text(1031, 'Gespeichert')]);
  expect(both.conflicts).toEqual([
    { path: ['1033', 'Value'], base: 'Saved', ours: 'Done', theirs: 'Stored' },
  ]);
});
