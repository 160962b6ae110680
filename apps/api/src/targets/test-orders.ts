import { isInFinance } from './in-finance.ts';
import { readInvitees } from './invitees.ts';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';
import { idsIn, inText } from './rows.ts';

/** An order that one of the invited contacts has placed. */
export interface PlacedOrder {
  readonly id: string;
  /** As finance and operations has it too; empty until dual-write has taken the order. */
  readonly number: string;
  /** Dataverse's own number of it, which may be another. */
  readonly dataverse: string;
  /** Who ordered. */
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The orders of the contacts who were chosen as first users, the newest first. */
export async function testOrders(
  targets: Pick<Targets, 'answers' | 'rows'>,
): Promise<{ readonly people: number; readonly orders: readonly PlacedOrder[] }> {
  const people = await readInvitees(targets);
  const $filter = idsIn(
    '_msdyn_contactperson_value',
    people.map(({ contact }) => contact),
  );
  if ($filter === undefined) return { people: 0, orders: [] };
  const found = await targets.rows({
    set: 'salesorders',
    $select: 'salesorderid,ordernumber,msdyn_salesordernumber,createdon,_msdyn_contactperson_value',
    $filter,
  });
  const orders = found.map((row) => {
    const by = textOf(row['_msdyn_contactperson_value']).toLowerCase();
    return {
      id: textOf(row['salesorderid']),
      number: textOf(row['msdyn_salesordernumber']),
      dataverse: textOf(row['ordernumber']),
      name: people.find(({ contact }) => contact.toLowerCase() === by)?.name ?? '?',
      at: textOf(row['createdon']),
    };
  });
  return { people: people.length, orders: orders.toSorted((one, other) => other.at.localeCompare(one.at)) };
}

/** Whether finance and operations has an order of this number. */
export const hasArrived = (targets: Pick<Targets, 'finance'>, number: string): Promise<boolean> =>
  isInFinance(targets, 'CDSSalesOrderHeaders', `SalesOrderNumber eq '${inText(number)}'`);
