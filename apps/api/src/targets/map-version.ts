import type { Candidate } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import { compareVersions } from './compare-versions.ts';
import type { GatewayMap, MapVersion } from './gateway.ts';

const parked = msg({
  id: 'maps-resolved.reason.version-parked',
  defaultMessage: 'The version in use was parked under a number that beats all others.',
});
const newer = msg({
  id: 'maps-resolved.reason.version-newer',
  defaultMessage: 'Microsoft has sent a newer version than the one in use.',
});

/** A number that somebody gave a version so that it is never, or always, the newest (seen in the field). */
export const isParked = ({ version }: Pick<MapVersion, 'version'>): boolean => /^9+(\.9+){3}$/.test(version);

type Versioned = Pick<GatewayMap, 'id' | 'pid' | 'state' | 'versions'>;

/**
 * The version that should be in use instead. Only a map that stands still can change it, and one that has run keeps
 * what somebody chose: then the better one is only named. A partner's own version is nobody's mistake.
 */
export function betterVersion({ id, pid, state, versions }: Versioned): Candidate['better'] {
  const active = versions.find((version) => version.id === id);
  const usable = versions.filter((version) => !isParked(version));
  const best = newest(usable.filter(({ shipped }) => shipped)) ?? newest(usable);
  if (!active || !best || best.id === id) return undefined;
  const { shipped: _, ...version } = best;
  if (isParked(active)) return { ...version, reason: parked.id, taken: standsStill(state) };
  const older = active.shipped && best.shipped && compareVersions(best.version, active.version) > 0;
  return older ? { ...version, reason: newer.id, taken: !pid && standsStill(state) } : undefined;
}

const newest = (versions: readonly MapVersion[]): MapVersion | undefined =>
  versions.toSorted((one, other) => compareVersions(other.version, one.version))[0];

const standsStill = (state: GatewayMap['state']): boolean => state === 'stopped' || state === 'not-running';
