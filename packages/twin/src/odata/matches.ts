import type { Comparison, Operand, Tree } from './filter-tree.ts';
import { compareValues } from './order.ts';

type Row = Readonly<Record<string, unknown>>;

/** True when a row is what a filter asks for. */
export function matches(tree: Tree, row: Row): boolean {
  if (tree.is === 'and' || tree.is === 'or') {
    const left = matches(tree.left, row);
    return tree.is === 'and' ? left && matches(tree.right, row) : left || matches(tree.right, row);
  }
  if (tree.is === 'not') return !matches(tree.of, row);
  if (tree.is === 'test') return tests(tree, row);
  return compares(tree.by, valueOf(tree.left, row), valueOf(tree.right, row));
}

function tests(tree: Extract<Tree, { is: 'test' }>, row: Row): boolean {
  const [text, part] = [valueOf(tree.left, row), valueOf(tree.right, row)].map(asText);
  if (text === undefined || part === undefined) return false;
  if (tree.by === 'contains') return text.includes(part);
  return tree.by === 'startswith' ? text.startsWith(part) : text.endsWith(part);
}

const valueOf = (operand: Operand, row: Row): unknown =>
  'column' in operand ? (row[operand.column] ?? null) : operand.value;

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toLowerCase() : undefined;

/** Nothing is neither greater nor less than anything (OData 4.01, 5.1.1.1). */
function compares(by: Comparison, left: unknown, right: unknown): boolean {
  const nothing = left === null || right === null;
  const order = nothing ? (left === right ? 0 : Number.NaN) : compareValues(left, right);
  const answers: Record<Comparison, boolean> = {
    eq: order === 0,
    ne: order !== 0,
    gt: !nothing && order > 0,
    ge: !nothing && order >= 0,
    lt: !nothing && order < 0,
    le: !nothing && order <= 0,
  };
  return answers[by];
}
