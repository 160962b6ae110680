import type { Client } from '@portico/http/client';
import { listAll } from '@portico/microsoft/paging';
import type { dataverse } from '@portico/microsoft/services/dataverse';
import type { Row } from './targets.ts';

type Dataverse = Client<typeof dataverse.endpoints>;

/** All rows of a query, over all pages. */
export const allRows = (
  client: Pick<Dataverse, 'listRows'>,
  query: Parameters<Dataverse['listRows']>[0],
): Promise<readonly Row[]> =>
  listAll(
    () => client.listRows(query),
    (address) => client.listRows.at(address),
  );

/** What an expanded navigation to many rows came as. */
export const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

/** A filter for the rows with these ids; undefined for none, which no filter says. */
export const idsIn = (column: string, ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : `(${ids.map((id) => `${column} eq ${id}`).join(' or ')})`;

/** A text inside a filter: quotes are doubled, as OData wants them. */
export const inText = (value: string): string => value.replaceAll("'", "''");
