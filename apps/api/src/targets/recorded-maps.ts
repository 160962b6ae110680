import { compareVersions } from './compare-versions.ts';
import type { GatewayMap, MapVersion } from './gateway.ts';
import { isMeant } from './map-families.ts';
import { isParked } from './map-version.ts';
import type { Row, Targets } from './targets.ts';
import { textOf } from './text-of.ts';

const set = 'msdyn_dualwriteentitymaps';

/**
 * The maps as dual-write records them in Dataverse: `msdyn_dualwriteentitymaps`, one row per saved version
 * (observed in third-party viewers). Their state is not in these rows.
 */
export async function recordedMaps(rows: Targets['rows']): Promise<readonly GatewayMap[]> {
  const found = await rows({ set, $select: 'msdyn_dualwriteentitymapid,msdyn_name,msdyn_version,ismanaged' });
  // A version somebody parked, so that it is never the newest by accident (seen in the field).
  const versions = found.map(versionOf).filter((version) => !isParked(version));
  const pairs = await entityPairs(rows, versions);
  const maps = new Map<string, Saved[]>();
  for (const version of versions) {
    const key = JSON.stringify([version.name, pairs.get(version.id)]);
    maps.set(key, [...(maps.get(key) ?? []), version]);
  }
  return [...maps.values()].map((saved) => mapOf(saved, pairs));
}

interface Saved extends MapVersion {
  /** `accounts - Customers V3` */
  readonly name: string;
}

/** Which version is in use isn't recorded: the newest of those that came with a solution, else the newest. */
function mapOf(saved: readonly Saved[], pairs: ReadonlyMap<string, string>): GatewayMap {
  const shipped = saved.filter((version) => version.shipped);
  const [newest] = (shipped.length > 0 ? shipped : saved).toSorted((one, other) =>
    compareVersions(other.version, one.version),
  );
  const { id = '', name = '', version = '' } = newest ?? {};
  const [dataverse = name, finance = ''] = name.split(' - ');
  return {
    id,
    pid: null,
    name,
    dataverse,
    finance,
    version,
    author: '',
    // What tells two maps of one name apart stands in their filters.
    description: pairs.get(id)?.split('\n')[1] ?? '',
    state: 'unknown:not-recorded',
    versions: saved,
    requests: [],
  };
}

const versionOf = (row: Row): Saved => ({
  id: textOf(row['msdyn_dualwriteentitymapid']),
  // `prefix_[accounts - Customers V3]`
  name: /\[(.+)\]/.exec(textOf(row['msdyn_name']))?.[1] ?? textOf(row['msdyn_name']),
  version: textOf(row['msdyn_version']),
  author: '',
  shipped: row['ismanaged'] === true,
});

/**
 * What rows of one name map, by their ids: the same pair is another version, another pair another map (two are called
 * CDS Contacts V2). Only asked of names that we look for and that have several rows: a mapping is long.
 */
async function entityPairs(
  rows: Targets['rows'],
  versions: readonly Saved[],
): Promise<ReadonlyMap<string, string>> {
  const unclear = versions.filter(
    ({ id, name }) => isMeant(name) && versions.some((other) => other.name === name && other.id !== id),
  );
  if (unclear.length === 0) return new Map();
  const found = await rows({
    set,
    $select: 'msdyn_dualwriteentitymapid,msdyn_mapping',
    $filter: unclear.map(({ id }) => `msdyn_dualwriteentitymapid eq ${id}`).join(' or '),
  });
  return new Map(
    found.map((row) => [textOf(row['msdyn_dualwriteentitymapid']), pairOf(textOf(row['msdyn_mapping']))]),
  );
}

/**
 * Both sides of the first leg, whichever way it runs, and on a line of its own whether its rows are vendors' people;
 * what can't be read is one pair, so that the name alone decides.
 */
const pairOf = (mapping: string): string => {
  const sides = [/"sourceSchema"\s*:\s*"([^"]*)"/, /"destinationSchema"\s*:\s*"([^"]*)"/].map(
    (side) => side.exec(mapping)?.[1]?.toLowerCase() ?? '',
  );
  const vendors = /contactforvendor\s+eq\s+true|AssociatedContactType\s*(?:==|eq)\s*1/i.exec(mapping);
  return `${sides.toSorted().join(' ')}\n${vendors?.[0] ?? ''}`;
};
