import type { World } from '../../world.ts';
import type { Organization } from '../../world/dataverse.ts';
import type { Member } from './members.ts';
import { noSuchRow, refusal } from './refusals.ts';
import type { Table } from './table.ts';
import { findTable } from './tables.ts';
import { boundId, findRow, mayWrite } from './write-row.ts';

interface Pair {
  readonly id: string;
  readonly navigation: string;
  /** The other row's address, whole or from the set on. */
  readonly reference: string;
}

/** The table of pairs behind a navigation, and the table at its other end. */
function wayOf(organization: Organization, table: Table, navigation: string) {
  const way = table.navigations[navigation];
  const target = way && 'through' in way ? findTable(organization, way.to) : undefined;
  if (!target || !way || !('through' in way))
    throw refusal(404, '0x80060888', `Resource not found for the segment '${navigation}'.`);
  const [own, theirs] = way.columns ?? [table.key, target.key];
  return { through: way.through, target, own, theirs };
}

/** Puts two rows together, many to many (associate-disassociate-entities-using-web-api). Neither row is another one by that. */
export function associate(
  world: World,
  member: Member,
  table: Table,
  { id, navigation, reference }: Pair,
): void {
  const { organization } = member;
  mayWrite(member, 'Write', table);
  const { through, own, theirs } = wayOf(organization, table, navigation);
  if (!findRow(organization, table, id)) throw noSuchRow(table.logical, id);
  const other = boundId(organization, reference);
  const pairs = (organization.tables[through] ??= []);
  const mine = id.toLowerCase();
  if (pairs.some((pair) => pair[own] === mine && pair[theirs] === other)) {
    if (world.state.switches.associatedAgain === 'accepted') return;
    throw refusal(412, '0x80040237', 'A record with matching key values already exists.');
  }
  organization.version += 1;
  pairs.push({
    [`${through.replace(/set$/, '')}id`]: world.id(),
    [own]: mine,
    [theirs]: other,
  });
}

/** Takes two rows apart again. */
export function disassociate(
  world: World,
  member: Member,
  table: Table,
  { id, navigation, other }: { readonly id: string; readonly navigation: string; readonly other: string },
): void {
  const { organization } = member;
  mayWrite(member, 'Write', table);
  const { through, target, own, theirs } = wayOf(organization, table, navigation);
  if (!findRow(organization, table, id)) throw noSuchRow(table.logical, id);
  const pairs = organization.tables[through] ?? [];
  const rest = pairs.filter((pair) => pair[own] !== id.toLowerCase() || pair[theirs] !== other.toLowerCase());
  if (rest.length === pairs.length && world.state.switches.disassociatedAgain === 'absent')
    throw noSuchRow(target.logical, other);
  organization.version += 1;
  organization.tables[through] = rest;
}
