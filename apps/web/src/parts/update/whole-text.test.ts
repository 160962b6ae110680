import { mergeText } from '@portico/merge/text/merge-text';
import { describe, expect, it } from 'vitest';
import { linesAround, wholeText } from './whole-text.ts';

const regions = mergeText('a\nb\nc\nd\ne\n', 'a\nB\nc\nD\ne\n', 'a\nβ\nc\nδ\ne\nnew\n');

describe('a text for somebody to go on writing', () => {
  it('has what is decided as decided, yours elsewhere, and tells how much that is', () => {
    expect(wholeText(regions, [undefined, undefined])).toEqual({ text: 'a\nB\nc\nD\ne\nnew', open: 2 });
    expect(wholeText(regions, ['theirs', undefined])).toEqual({ text: 'a\nβ\nc\nD\ne\nnew', open: 1 });
    expect(wholeText(regions, ['both', 'theirs'])).toEqual({ text: 'a\nB\nβ\nc\nδ\ne\nnew', open: 0 });
  });

  it('has other words in the place of a conflict, which then isn’t open', () => {
    expect(wholeText(regions, [undefined, 'mine'], { 0: 'Bβ\n' })).toEqual({
      text: 'a\nBβ\nc\nD\ne\nnew',
      open: 0,
    });
  });
});

describe('the lines around a conflict', () => {
  it('are the nearest ones', () => {
    expect(linesAround('1\n2\n3\n', 'before')).toBe('2\n3');
    expect(linesAround('1\n2\n3\n', 'after')).toBe('1\n2');
    expect(linesAround('1\n', 'before')).toBe('1');
  });
});
