import type { GatewayMap } from './gateway.ts';
import type { Targets } from './targets.ts';

const parked = /^9+(\.9+){3}$/;

/**
 * The maps as dual-write records them in Dataverse: `msdyn_dualwriteentitymaps`, one row per saved version
 * (observed in third-party viewers). Their state is not in these rows.
 */
export async function recordedMaps(rows: Targets['rows']): Promise<readonly GatewayMap[]> {
  const found = await rows({
    set: 'msdyn_dualwriteentitymaps',
    $select: 'msdyn_dualwriteentitymapid,msdyn_name,msdyn_version',
  });
  const newest = new Map<string, GatewayMap>();
  for (const row of found) {
    // `prefix_[accounts - Customers V3]`
    const name = /\[(.+)\]/.exec(String(row['msdyn_name']))?.[1] ?? String(row['msdyn_name']);
    const version = textOf(row['msdyn_version']);
    // A version somebody parked, so that it is never the newest by accident (seen in the field).
    if (parked.test(version)) continue;
    const known = newest.get(name);
    if (known && compareVersions(known.version, version) >= 0) continue;
    const [dataverse = name, finance = ''] = name.split(' - ');
    newest.set(name, {
      id: String(row['msdyn_dualwriteentitymapid']),
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

/** As four numbers, never as text: 1.0.10.0 comes after 1.0.9.0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
