import type { UpdateCell } from '@portico/contract/update';
import type { Value } from '@portico/merge/canonical/content';
import { shownAs } from '@portico/merge/outcome/guard';
import { describe, expect, it } from 'vitest';
import { readShown } from './tick.ts';

const before = new Map<string, Value>([
  ['adx_read', true],
  ['adx_delete', true],
  ['adx_scope', 756150002],
  ['roles', ['a', 'b']],
]);
const after = new Map<string, Value>([
  ['adx_read', true],
  ['adx_write', true],
  ['adx_scope', 756150000],
  ['roles', ['b', 'c']],
]);
const cell = (name: string, ours: UpdateCell['merged']['ours']): UpdateCell => ({
  name,
  merged: { kind: 'scalar', state: 'theirs', base: ours, ours, theirs: undefined, value: undefined },
  shown: '',
  names: {},
});
const cells = [...before].map(([name, value]) => cell(name, value));

describe('what a tick is for', () => {
  it('is read from what the merge shows, column by column', () => {
    const shown = readShown(shownAs(before, after), cells);
    expect(shown?.there).toBe(true);
    expect(shown?.changes.map(({ cell: name, effect }) => [name, effect])).toEqual([
      ['adx_delete', 'narrower'],
      ['adx_scope', 'other'],
      ['adx_write', 'wider'],
      ['roles', 'wider'],
    ]);
    expect(shown?.changes.find(({ cell: name }) => name === 'roles')).toMatchObject({
      added: ['c'],
      removed: ['a'],
    });
  });

  it('of a new record is all that it says', () => {
    const shown = readShown(shownAs(undefined, after), []);
    expect(shown?.changes.map(({ cell: name, effect }) => [name, effect])).toEqual([
      ['adx_read', 'wider'],
      ['adx_scope', 'other'],
      ['adx_write', 'wider'],
      ['roles', 'wider'],
    ]);
  });

  it('says when the record goes', () => {
    expect(readShown(shownAs(before, undefined), cells)?.there).toBe(false);
  });

  it.each(['', '{}', '[1,2]'])('isn’t guessed from %j', (shown) => {
    expect(readShown(shown, [])).toBeUndefined();
  });
});
