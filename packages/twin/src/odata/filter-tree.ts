import { type Word, wordsOf } from './filter-words.ts';
import { BadQuery, NotLearned } from './refusals.ts';

export type Scalar = string | number | boolean | null;
export type Operand = { readonly column: string } | { readonly value: Scalar };
const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const tests = ['contains', 'startswith', 'endswith'] as const;
export type Comparison = (typeof comparisons)[number];
export type TextTest = (typeof tests)[number];

export type Tree =
  | { readonly is: 'and'; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'or'; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'not'; readonly of: Tree }
  | { readonly is: 'compare'; readonly by: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'test'; readonly by: TextTest; readonly left: Operand; readonly right: Operand };

const oneOf = <const T extends string>(list: readonly T[], text: string): T | undefined =>
  list.find((each) => each === text);

/** Reads a filter: comparisons, `and`, `or`, `not`, parentheses, and three tests of text. */
export function parseFilter(filter: string): Tree {
  const words = [...wordsOf(filter)];
  const wrong = (): BadQuery => new BadQuery(`Syntax error in the filter '${filter}'.`);
  const isName = (text: string) => words[0]?.kind === 'name' && words[0].text === text;
  const isMark = (text: string) => words[0]?.kind === 'mark' && words[0].text === text;
  const take = (): Word => {
    const word = words.shift();
    if (!word) throw wrong();
    return word;
  };
  const expect = (text: string) => {
    if (!isMark(text)) throw wrong();
    words.shift();
  };

  const either = (): Tree => chain('or', () => chain('and', single));
  const chain = (is: 'and' | 'or', next: () => Tree): Tree => {
    let left = next();
    while (isName(is)) {
      words.shift();
      left = { is, left, right: next() };
    }
    return left;
  };
  const single = (): Tree => {
    if (isName('not')) {
      words.shift();
      return { is: 'not', of: single() };
    }
    if (isMark('(')) {
      words.shift();
      const inner = either();
      expect(')');
      return inner;
    }
    const first = take();
    if (first.kind === 'name' && isMark('(')) return test(first.text);
    const left = operand(first);
    const word = take();
    const by = word.kind === 'name' ? oneOf(comparisons, word.text) : undefined;
    if (by) return { is: 'compare', by, left, right: operand(take()) };
    if (word.kind === 'name') throw new NotLearned(`The twin doesn't know the operator '${word.text}'.`);
    throw wrong();
  };
  const test = (name: string): Tree => {
    const by = oneOf(tests, name);
    if (!by) throw new NotLearned(`The twin doesn't know the function '${name}'.`);
    expect('(');
    const left = operand(take());
    expect(',');
    const right = operand(take());
    expect(')');
    return { is: 'test', by, left, right };
  };
  const operand = (word: Word): Operand => {
    if (word.kind === 'mark') throw wrong();
    if (word.kind === 'value') return { value: word.value };
    if (isMark('(')) throw new NotLearned(`The twin doesn't know the function '${word.text}'.`);
    if (word.text.includes('/')) throw new NotLearned(`The twin doesn't follow '${word.text}' in a filter.`);
    return { column: word.text };
  };

  const tree = either();
  if (words.length > 0) throw wrong();
  return tree;
}

/** The names of columns that a filter reads. */
export function columnsOf(tree: Tree): readonly string[] {
  if (tree.is === 'not') return columnsOf(tree.of);
  if (tree.is === 'and' || tree.is === 'or') return [...columnsOf(tree.left), ...columnsOf(tree.right)];
  return [tree.left, tree.right].flatMap((operand) => ('column' in operand ? [operand.column] : []));
}
