import { parseExpand, parseSelect } from '../../odata/expand.ts';
import { columnsOf, parseFilter } from '../../odata/filter-tree.ts';
import { matches } from '../../odata/matches.ts';
import { parseOrder, sortRows } from '../../odata/order.ts';
import { BadQuery, NotLearned } from '../../odata/refusals.ts';
import type { Member } from './members.ts';
import { checkColumns, filled, rowBody } from './row-body.ts';
import type { Table } from './table.ts';

/** What an address asked for, as it came. */
export type Query = Readonly<Record<string, unknown>>;

const learned = ['$select', '$filter', '$orderby', '$expand', '$top', '$count', '$skiptoken'];

/** Most rows on a page, whatever the caller prefers. */
const mostRows = 5000;

const one = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' ? value : undefined;
};

/** Up to 5,000, and on request whether there are more (count-rows). */
function countOf(total: number, prefer: string) {
  const count = Math.min(total, mostRows);
  const asks = (name: string) => new RegExp(`include-annotations="[^"]*(\\*|CRM\\.${name}\\b)`).test(prefer);
  return {
    '@odata.count': count,
    ...(asks('totalrecordcount') ? { '@Microsoft.Dynamics.CRM.totalrecordcount': count } : {}),
    ...(asks('totalrecordcountlimitexceeded')
      ? { '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': total > mostRows }
      : {}),
  };
}

/** What a caller prefers as the length of a page. */
export function pageSize(prefer: string): number | undefined {
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1]);
  return size > 0 ? size : undefined;
}

/**
 * A page of rows, and the address of the next one where there are more. Rows that are all alike are counted and not
 * listed.
 */
export function listRows(member: Member, table: Table, query: Query, prefer: string) {
  refuseOptions(query);
  const preferredSize = pageSize(prefer);
  const { organization, root } = member;
  const select = parseSelect(one(query, '$select'));
  const expansions = parseExpand(one(query, '$expand'));
  const orderings = parseOrder(one(query, '$orderby'));
  const filter = one(query, '$filter');
  const tree = filter === undefined ? undefined : parseFilter(filter);
  const ordered = orderings.map(({ column }) => column);
  checkColumns(organization, table, [...(select ?? []), ...(tree ? columnsOf(tree) : []), ...ordered]);

  const rows = organization.tables[table.set] ?? [];
  const found = sortRows(tree ? rows.filter((row) => matches(tree, filled(table, row))) : rows, orderings);
  const alike = (organization.alike[table.set] ?? []).filter(({ like }) => !tree || matches(tree, like));
  const total = alike.reduce((sum, { count }) => sum + count, found.length);
  const top = one(query, '$top');
  // With $top there are no further pages (page results, "don't use $top with odata.maxpagesize").
  const size = Math.min(Number(top ?? preferredSize ?? mostRows), mostRows);
  const start = startOf(one(query, '$skiptoken'));
  const more = top === undefined && start + size < found.length;
  return {
    '@odata.context': `${root}/$metadata#${table.set}${select ? `(${select.join(',')})` : ''}`,
    ...(one(query, '$count') === 'true' ? countOf(total, prefer) : {}),
    value: found
      .slice(start, start + size)
      .map((row) => rowBody(organization, table, row, select, expansions)),
    ...(more ? { '@odata.nextLink': nextLink(`${root}/${table.set}`, query, start + size) } : {}),
  };
}

/** Says no to options that Dataverse refuses, and to those that the twin hasn't learned. */
export function refuseOptions(query: Query): void {
  if ('$skip' in query) throw new BadQuery('Skip Clause is not supported in CRM');
  const odd = Object.keys(query).find((name) => !learned.includes(name));
  if (odd !== undefined) throw new NotLearned(`The twin doesn't know the query option '${odd}'.`);
}

function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = Number(
    Buffer.from(token, 'base64url')
      .toString()
      .replace(/^from:/, ''),
  );
  if (!Number.isInteger(start) || start < 1) throw new BadQuery('The paging cookie is malformed.');
  return start;
}

/** Opaque on purpose: who takes it apart meets another one in a real tenant. */
function nextLink(address: string, query: Query, start: number): string {
  const kept = Object.entries(query).filter(([name]) => name !== '$skiptoken');
  const token = Buffer.from(`from:${start}`).toString('base64url');
  const pairs = [...kept, ['$skiptoken', token] as const].map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  return `${address}?${pairs.join('&')}`;
}
