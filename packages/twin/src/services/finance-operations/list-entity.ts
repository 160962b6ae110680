import { parseSelect } from '../../odata/expand.ts';
import { columnsOf, parseFilter } from '../../odata/filter-tree.ts';
import { matches } from '../../odata/matches.ts';
import { BadQuery, NotLearned } from '../../odata/refusals.ts';
import { Refused } from '../../serve.ts';
import type { FinanceEnvironment } from '../../world/finance-operations.ts';
import type { Row } from '../../world/rows.ts';
import { columnsIn, rowsIn } from './entities.ts';

const learned = new Set(['cross-company', '$select', '$filter', '$top', '$count']);
/** Server-driven paging gives at most so many rows (OData page of the documentation). */
const mostRows = 10_000;

/** A page of an entity; rows that are all alike are counted and not listed. Without `cross-company` only the default company's rows are seen. */
export function listEntity(
  environment: FinanceEnvironment,
  name: string,
  query: Readonly<Record<string, unknown>>,
  context: string,
) {
  const said = (option: string) => (typeof query[option] === 'string' ? query[option] : undefined);
  try {
    const odd = Object.keys(query).find((option) => !learned.has(option));
    if (odd !== undefined) throw new NotLearned(`The twin doesn't know the query option '${odd}'.`);
    const all = rowsIn(environment, name);
    const select = parseSelect(said('$select'));
    const tree = said('$filter') === undefined ? undefined : parseFilter(said('$filter') ?? '');
    const known = columnsIn(all);
    const strange = [...(select ?? []), ...(tree ? columnsOf(tree) : [])].find(
      (column) => known.length > 0 && !known.includes(column),
    );
    if (strange) throw new BadQuery(`Could not find a property named '${strange}' on type '${name}'.`);
    const own = environment.companies[0]?.id;
    const isAsked = (row: Row) => {
      const { dataAreaId: company } = row;
      const seen = said('cross-company') === 'true' || company === undefined || company === own;
      return seen && (!tree || matches(tree, row));
    };
    const found = all.rows.filter(isAsked);
    const more = all.alike.filter(({ like }) => isAsked(like)).reduce((sum, { count }) => sum + count, 0);
    const size = Math.min(Number(said('$top') ?? mostRows), mostRows);
    return {
      '@odata.context': `${context}/data/$metadata#${name}`,
      ...(said('$count') === 'true' ? { '@odata.count': found.length + more } : {}),
      value: found.slice(0, size).map((row, index) => ({
        '@odata.etag': `W/"${index + 1}"`,
        ...Object.fromEntries(Object.entries(row).filter(([column]) => !select || select.includes(column))),
      })),
    };
  } catch (error) {
    if (error instanceof BadQuery) throw refusal(400, error.message);
    if (error instanceof NotLearned) throw refusal(501, error.message);
    throw error;
  }
}

/** The form that is seen in the field: the reason is one level further in. */
const refusal = (status: number, message: string): Refused =>
  new Refused(status, {
    error: {
      code: '',
      message: 'An error has occurred.',
      innererror: { message, type: 'Microsoft.OData.ODataException', stacktrace: '' },
    },
  });
