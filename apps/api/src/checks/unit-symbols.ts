import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const distinct = msg({
  id: 'unit-symbols.ok',
  defaultMessage:
    '{count, plural, =0 {There are no units yet.} one {The unit has a symbol.} other {Each of # units has a symbol of its own.}}',
});
const twice = msg({
  id: 'unit-symbols.twice',
  defaultMessage: '{count, plural, one {A symbol belongs} other {# symbols belong}} to more than one unit.',
});
const shared = msg({
  id: 'unit-symbols.shared',
  defaultMessage: 'a symbol of their own for {units}: they share “{symbol}”',
});
const none = msg({
  id: 'unit-symbols.none',
  defaultMessage: '{count, plural, one {A unit has no symbol.} other {# units have no symbol.}}',
});
const without = msg({ id: 'unit-symbols.without', defaultMessage: 'the symbol of {unit}' });
const cause = msg({
  id: 'unit-symbols.cause',
  defaultMessage:
    'Dual-write finds a unit by its symbol alone, whatever its unit group. With the same one twice, products and orders get the wrong unit.',
});
const open = msg({
  id: 'unit-symbols.remedy.open',
  defaultMessage: 'Open the units, and show the column “Symbol” (msdyn_symbol).',
});
const fill = msg({
  id: 'unit-symbols.remedy.fill',
  defaultMessage:
    'Give each unit the symbol that it has in finance and operations; a unit that isn’t there gets one that occurs nowhere else.',
});

const most = 10;

/**
 * `msdyn_symbol` is the key of units: it must be unique and filled in for all of them (unified product experience, unit
 * data). Twice is hard: the key then certainly names the wrong row. None is said: only orders in that unit fail.
 */
export default defineCheck({
  title: msg({ id: 'unit-symbols.title', defaultMessage: 'Each unit has a symbol of its own' }),
  why: msg({
    id: 'unit-symbols.why',
    defaultMessage: 'Units have to be told apart before the first product is copied.',
  }),
  owner: 'environment-admin',
  // The Supply Chain solution brings the column.
  after: ['dual-write-solutions'],
  observe: async ({ rows, dataversePage }) => {
    const [found, link] = await Promise.all([
      rows({ set: 'uoms', $select: 'name,msdyn_symbol' }),
      dataversePage('main.aspx?pagetype=entitylist&etn=uom'),
    ]);
    const units = found.map((row) => ({ name: String(row['name']), symbol: row['msdyn_symbol'] }));
    return { units: units.map(({ name, symbol }) => ({ name, symbol: textOf(symbol) })), link };
  },
  judge: ({ units, link }) => {
    const bySymbol = Map.groupBy(
      units.filter(({ symbol }) => symbol !== ''),
      // Dataverse's keys don't know letter case.
      ({ symbol }) => symbol.toLowerCase(),
    );
    const doubles = [...bySymbol.values()].filter(({ length }) => length > 1);
    const empty = units.filter(({ symbol }) => symbol === '');
    if (doubles.length === 0 && empty.length === 0)
      return { state: 'ok', says: text(distinct, { count: units.length }) };
    const details: Detail[] = [
      ...doubles.map((same): Detail => {
        const names = same.map(({ name }) => name).join(', ');
        return { state: 'not-found', says: text(shared, { symbol: same[0]?.symbol ?? '', units: names }) };
      }),
      ...empty.map(({ name: unit }): Detail => ({ state: 'not-found', says: text(without, { unit }) })),
    ];
    const remedy = { owner: 'environment-admin', steps: [text(open), text(fill)], link } as const;
    if (doubles.length === 0)
      return {
        state: 'warn',
        says: text(none, { count: empty.length }),
        details: details.slice(0, most),
        remedy,
      };
    return {
      state: 'blocked',
      says: text(twice, { count: doubles.length }),
      cause: text(cause),
      details: details.slice(0, most),
      remedy,
    };
  },
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
