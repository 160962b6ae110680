import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter, type Scalar, type Tree } from './filter-tree.ts';
import { matches } from './matches.ts';
import { BadQuery, NotLearned } from './refusals.ts';

const row = {
  uniquename: 'DualWriteCore',
  version: '1.0.42.1',
  ismanaged: true,
  statecode: 0,
  price: -2.5,
  note: null,
  installedon: '2024-03-01T10:00:00Z',
  _publisherid_value: '9BB8AB98-18b3-4766-9a2e-243d39523107',
  name: "O'Hara (north) and sons",
};

describe('a filter', () => {
  it.each([
    ["uniquename eq 'DualWriteCore'", true],
    // The database ignores letter case.
    ["uniquename eq 'dualwritecore'", true],
    ["uniquename ne 'DualWriteCore'", false],
    ["name eq 'O''Hara (north) and sons'", true],
    ['statecode eq 0 and ismanaged eq true', true],
    ['statecode eq 1 or ismanaged eq true and price lt 0', true],
    ['(statecode eq 1 or ismanaged eq true) and price gt 0', false],
    ['not (statecode eq 1)', true],
    ['not statecode eq 1', true],
    ['note eq null', true],
    ['note ne null', false],
    ["note ne 'x'", true],
    ["note gt 'x'", false],
    ['missing eq null', true],
    ['price eq -2.5', true],
    ['price ge -2.5 and price le -2.5', true],
    ['_publisherid_value eq 9bb8ab98-18b3-4766-9a2e-243d39523107', true],
    ["_publisherid_value eq '9bb8ab98-18b3-4766-9a2e-243d39523107'", true],
    ['installedon gt 2024-03-01T09:59:59.5Z', true],
    ['installedon lt 2024-03-01T11:00:00+02:00', false],
    ['installedon ge 2024-03-02', false],
    ["contains(uniquename,'write')", true],
    ["startswith(uniquename, 'Dual')", true],
    ["endswith(uniquename,'Core') and not contains(note,'x')", true],
    ["'1' eq statecode", false],
  ])('%s is %s', (filter, answer) => {
    expect(matches(parseFilter(filter), row)).toBe(answer);
  });

  it.each([
    '',
    'a',
    'a eq',
    'a eq 1 and',
    '(a eq 1',
    'a eq 1)',
    "a eq 'x",
    'eq 1',
    'a eq 1 b eq 2',
    'a eq #',
    '( )',
    'contains(a)',
    "contains(a,'x'",
  ])('%j is no filter', (filter) => {
    expect(() => parseFilter(filter)).toThrow(BadQuery);
  });

  it.each([
    'year(createdon) eq 2024',
    'a add 1',
    'a in (1,2)',
    'publisherid/uniquename eq 1',
    "Microsoft.Dynamics.CRM.In(PropertyName='a')",
    'roles/any(r:r/x eq 1)',
    'a eq tolower(b)',
  ])('%s is said to be unknown', (filter) => {
    expect(() => parseFilter(filter)).toThrow(NotLearned);
  });
});

const columns = ['uniquename', 'statecode', 'ismanaged', 'note', '_publisherid_value'];
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string(),
  fc.integer({ min: -9999, max: 9999 }),
  fc.boolean(),
  fc.constant(null),
);
const operand = fc.oneof(
  fc.constantFrom(...columns).map((column) => ({ column })),
  scalar.map((value) => ({ value })),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      is: fc.constant('compare' as const),
      by: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
      left: operand,
      right: operand,
    }),
    fc.record({
      is: fc.constant('test' as const),
      by: fc.constantFrom('contains', 'startswith', 'endswith'),
      left: operand,
      right: operand,
    }),
    fc.record({ is: fc.constant('not' as const), of: tie('tree') }),
    fc.record({ is: fc.constantFrom('and' as const, 'or' as const), left: tie('tree'), right: tie('tree') }),
  ),
}));

function written(node: Tree): string {
  const shown = (side: { column: string } | { value: Scalar }) => {
    if ('column' in side) return side.column;
    return typeof side.value === 'string' ? `'${side.value.replaceAll("'", "''")}'` : String(side.value);
  };
  if (node.is === 'compare') return `${shown(node.left)} ${node.by} ${shown(node.right)}`;
  if (node.is === 'test') return `${node.by}(${shown(node.left)},${shown(node.right)})`;
  if (node.is === 'not') return `not (${written(node.of)})`;
  return `(${written(node.left)}) ${node.is} (${written(node.right)})`;
}

describe('any filter', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(tree, (made) => {
        expect(parseFilter(written(made))).toEqual(made);
      }),
      { numRuns: 2000 },
    );
  });

  it('obeys De Morgan, and a double not says nothing', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const says = (text: string) => matches(parseFilter(text), row);
        const [one, other] = [written(a), written(b)];
        expect(says(`not ((${one}) and (${other}))`)).toBe(says(`not (${one}) or not (${other})`));
        expect(says(`not (not (${one}))`)).toBe(says(one));
        // `and` binds tighter than `or`.
        const third = "uniquename eq 'DualWriteCore'";
        expect(says(`(${one}) or (${other}) and ${third}`)).toBe(
          says(`(${one}) or ((${other}) and ${third})`),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('that is noise is refused in words, never with another failure', () => {
    const noise = fc.string({ unit: fc.constantFrom(..."a|b|1| |'|(|)|,|e|q|.|-|/|_|:|=".split('|')) });
    fc.assert(
      fc.property(noise, (text) => {
        expect(['read', 'BadQuery', 'NotLearned']).toContain(outcome(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function outcome(text: string): string {
  try {
    parseFilter(text);
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.constructor.name : 'thrown';
  }
}
