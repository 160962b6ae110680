import { canonicalJson } from './canonical/canonical-json.ts';
import { type Content, contentOf } from './canonical/content.ts';
import { groupBy } from './matching/local-records.ts';
import { naturalKeys } from './matching/natural-key.ts';
import { ownerOf } from './outcome/merge-orders.ts';
import type { SiteRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';
import { tableOf } from './tables/standard.ts';

/** SHA-256 of a text in UTF-8, as hex. */
export type Hash = (text: string) => string;

/** The address of what a record says, whatever it is called: lookups by their keys, without ids, dates or style. */
export const recordAddress = (record: SiteRecord, keys: ReadonlyMap<string, string>, hash: Hash): string =>
  hash(canonicalJson([record.table, portable(contentOf(record, keys))]));

/**
 * The same for a whole site: two provisionings of one template have the same one, in whichever data model. The name of
 * the first stands where it always stood, so that what was kept before is known again.
 */
export function snapshotAddress({ language, records }: Snapshot, hash: Hash): string {
  const active = records.filter(({ inactive }) => !inactive);
  const keys = naturalKeys(active);
  // What belongs to no site, the organization's languages, stands in keys alone.
  const there = active.filter(({ table }) => !tableOf(table).global);
  const lists = listsOf(there, keys).sort(([one], [other]) => (one < other ? -1 : 1));
  return hash(
    canonicalJson([language, 'standard', there.map((one) => recordAddress(one, keys, hash)).sort(), lists]),
  );
}

/** Who comes after whom in the lists that people order: the numbers themselves say nothing. */
function listsOf(records: readonly SiteRecord[], keys: ReadonlyMap<string, string>): [string, string[]][] {
  const inLists = records.flatMap((record) => {
    const owner = ownerOf(record);
    return owner === undefined
      ? []
      : [{ owner: keys.get(owner.id) ?? owner.id, place: owner.place, key: keys.get(record.id) ?? '' }];
  });
  inLists.sort((one, other) => one.place - other.place || (one.key < other.key ? -1 : 1));
  return [...groupBy(inLists, ({ owner }) => owner)].map(([owner, list]) => [
    owner,
    list.map(({ key }) => key),
  ]);
}

const portable = (content: Content) =>
  Object.fromEntries([...content].map(([name, { value }]) => [name, value]));
