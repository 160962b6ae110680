import type { World } from '../../world.ts';
import type { Member } from './members.ts';
import { noSuchRow, refusal } from './refusals.ts';
import { findTable, type Table } from './tables.ts';
import { boundId, findRow, mayWrite } from './write-row.ts';

interface Pair {
  readonly id: string;
  readonly navigation: string;
  /** The other row's address, whole or from the set on. */
  readonly reference: string;
}

/** Puts two rows together, many to many (associate-disassociate-entities-using-web-api). */
export function associate(
  world: World,
  member: Member,
  table: Table,
  { id, navigation, reference }: Pair,
): void {
  const { organization } = member;
  mayWrite(member, 'Write', table);
  const way = table.navigations[navigation];
  const target = way && 'through' in way ? findTable(organization, way.to) : undefined;
  if (!target || !way || !('through' in way))
    throw refusal(404, '0x80060888', `Resource not found for the segment '${navigation}'.`);
  if (!findRow(organization, table, id)) throw noSuchRow(table.logical, id);
  const other = boundId(organization, reference);
  const pairs = (organization.tables[way.through] ??= []);
  const mine = id.toLowerCase();
  if (pairs.some((pair) => pair[table.key] === mine && pair[target.key] === other)) {
    if (world.state.switches.associatedAgain === 'accepted') return;
    throw refusal(412, '0x80040237', 'A record with matching key values already exists.');
  }
  organization.version += 1;
  pairs.push({
    [`${way.through.replace(/set$/, '')}id`]: world.id(),
    [table.key]: mine,
    [target.key]: other,
  });
}
