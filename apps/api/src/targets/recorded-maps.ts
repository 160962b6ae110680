import { compareVersions } from './compare-versions.ts';
import type { GatewayMap } from './gateway.ts';
import { isMeant } from './resolve-maps.ts';
import type { Row, Targets } from './targets.ts';
import { textOf } from './text-of.ts';

const set = 'msdyn_dualwriteentitymaps';
const parked = /^9+(\.9+){3}$/;

/**
 * The maps as dual-write records them in Dataverse: `msdyn_dualwriteentitymaps`, one row per saved version
 * (observed in third-party viewers). Their state is not in these rows.
 */
export async function recordedMaps(rows: Targets['rows']): Promise<readonly GatewayMap[]> {
  const found = await rows({ set, $select: 'msdyn_dualwriteentitymapid,msdyn_name,msdyn_version' });
  // A version somebody parked, so that it is never the newest by accident (seen in the field).
  const versions = found.map(versionOf).filter(({ version }) => !parked.test(version));
  const pairs = await entityPairs(rows, versions);
  const newest = new Map<string, GatewayMap>();
  for (const { id, name, version } of versions) {
    const key = JSON.stringify([name, pairs.get(id)]);
    const known = newest.get(key);
    if (known && compareVersions(known.version, version) >= 0) continue;
    const [dataverse = name, finance = ''] = name.split(' - ');
    newest.set(key, {
      id,
      pid: null,
      name,
      dataverse,
      finance,
      version,
      author: '',
      description: '',
      state: 'unknown:not-recorded',
      requests: [],
    });
  }
  return [...newest.values()];
}

interface Version {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

const versionOf = (row: Row): Version => ({
  id: textOf(row['msdyn_dualwriteentitymapid']),
  // `prefix_[accounts - Customers V3]`
  name: /\[(.+)\]/.exec(textOf(row['msdyn_name']))?.[1] ?? textOf(row['msdyn_name']),
  version: textOf(row['msdyn_version']),
});

/**
 * What rows of one name map, by their ids: the same pair is another version, another pair another map (two are called
 * CDS Contacts V2). Only asked of names that we look for and that have several rows: a mapping is long.
 */
async function entityPairs(
  rows: Targets['rows'],
  versions: readonly Version[],
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

/** Both sides of the first leg, whichever way it runs; what can't be read is one pair, so that the name alone decides. */
const pairOf = (mapping: string): string =>
  [/"sourceSchema"\s*:\s*"([^"]*)"/, /"destinationSchema"\s*:\s*"([^"]*)"/]
    .map((side) => side.exec(mapping)?.[1]?.toLowerCase() ?? '')
    .toSorted()
    .join(' ');
