import { parseSelect } from '../../odata/expand.ts';
import { columnsOf, parseFilter } from '../../odata/filter-tree.ts';
import { matches } from '../../odata/matches.ts';
import { BadQuery, NotLearned } from '../../odata/refusals.ts';
import { Refused } from '../../serve.ts';
import type { FinanceEnvironment } from '../../world/finance-operations.ts';
import { entities, type EntityName } from './entities.ts';

const learned = new Set(['cross-company', '$select', '$filter', '$top', '$count']);
/** Server-driven paging gives at most so many rows (OData page of the documentation). */
const mostRows = 10_000;

/** A page of an entity. Without `cross-company` only the default company's rows are seen. */
export function listEntity(
  environment: FinanceEnvironment,
  name: EntityName,
  query: Readonly<Record<string, unknown>>,
  context: string,
) {
  const said = (option: string) => (typeof query[option] === 'string' ? query[option] : undefined);
  try {
    const odd = Object.keys(query).find((option) => !learned.has(option));
    if (odd !== undefined) throw new NotLearned(`The twin doesn't know the query option '${odd}'.`);
    const all = entities[name](environment);
    const select = parseSelect(said('$select'));
    const tree = said('$filter') === undefined ? undefined : parseFilter(said('$filter') ?? '');
    const known = Object.keys(all[0] ?? {});
    const strange = [...(select ?? []), ...(tree ? columnsOf(tree) : [])].find(
      (column) => all.length > 0 && !known.includes(column),
    );
    if (strange) throw new BadQuery(`Could not find a property named '${strange}' on type '${name}'.`);
    const own = environment.companies[0]?.id;
    const seen = all.filter(({ dataAreaId: company }) =>
      said('cross-company') === 'true' ? true : company === undefined || company === own,
    );
    const found = tree ? seen.filter((row) => matches(tree, row)) : seen;
    const size = Math.min(Number(said('$top') ?? mostRows), mostRows);
    return {
      '@odata.context': `${context}/data/$metadata#${name}`,
      ...(said('$count') === 'true' ? { '@odata.count': found.length } : {}),
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
