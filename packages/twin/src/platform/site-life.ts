import type { Environment, Package, Site } from '../world/platform.ts';
import type { World } from '../world.ts';
import { days, minutes } from './durations.ts';

type Phase = 'asked' | 'provisioning' | 'ready' | 'failed' | 'suspended' | 'deleted';
type PackageStatus = Package['state'] | 'InstallScheduled';

/** Where a site is in its life, from the clock alone. */
export interface SiteLife {
  readonly phase: Phase;
  readonly status: string;
  readonly packageStatus: PackageStatus;
  readonly trialDays: number | null;
  readonly deletingInDays: number | null;
}

/** A trial site lives 30 days in a trial environment and 90 elsewhere, then 7 more suspended (admin/lifecycle). */
export function lifeOf(world: World, site: Site, environment: Environment): SiteLife {
  const now = world.clock.now().getTime();
  const age = (now - Date.parse(site.createdAt)) / days;
  const trial = trialDays(environment);
  const clocks =
    site.type === 'Trial'
      ? {
          trialDays: Math.max(0, Math.floor(trial - age)),
          deletingInDays: Math.max(0, Math.floor(trial + 7 - age)),
        }
      : { trialDays: null, deletingInDays: null };
  const share = shareOf(site, now);
  if (share < 1)
    return {
      ...clocks,
      phase: share < 0.05 ? 'asked' : 'provisioning',
      status: share < 0.05 ? 'OperationNotStarted' : 'OperationInProgress',
      packageStatus: packageStatusAt(share),
    };
  if (site.fails)
    return { ...clocks, phase: 'failed', status: 'OperationFailed', packageStatus: 'InstallFailed' };
  const over = site.type === 'Trial' && age >= trial;
  const deleted = now >= deletedAt(site, environment);
  const phase = deleted ? 'deleted' : over ? 'suspended' : 'ready';
  return { ...clocks, phase, status: statusOf(world, site, phase), packageStatus: 'Installed' };
}

function statusOf({ state }: World, site: Site, phase: Phase): string {
  // Seen by a community client; of a host that is about to go.
  if (site.deletedAt !== undefined && phase !== 'deleted') return 'StateDeletingApplication';
  const converting = state.platform.operations.some(
    ({ kind, site: of, settled }) => kind === 'convert-site' && of === site.id && !settled,
  );
  if (converting && state.switches.convertingSite === 'OperationInProgress') return 'OperationInProgress';
  // That a suspended site reads like this is assumed from the admin centre's words.
  return phase === 'ready' ? state.switches.readySite : 'StateSuspended';
}

/** While it restarts, or is late after it was created. */
export function isAway(world: World, { away }: Site): boolean {
  const now = world.clock.now().getTime();
  return away !== undefined && Date.parse(away.from) <= now && now < Date.parse(away.until);
}

/** When its host goes or went: by hand, or a week after its trial ended. Milliseconds; infinite while nothing says so. */
export function deletedAt(site: Site, environment: Environment): number {
  if (site.deletedAt !== undefined) return Date.parse(site.deletedAt);
  if (site.type !== 'Trial') return Infinity;
  return Date.parse(site.createdAt) + (trialDays(environment) + 7) * days;
}

const trialDays = ({ sku }: Environment): number => (sku === 'Trial' ? 30 : 90);

/** How far its creation is, 0 to 1. One that never ends gets stuck while its package installs. */
function shareOf(site: Site, now: number): number {
  const [created, ready] = [Date.parse(site.createdAt), Date.parse(site.readyAt)];
  if (now >= ready) return 1;
  const usual = Math.min(ready - created, 12 * minutes);
  return Math.min((now - created) / usual, ready - created > usual ? 0.89 : 0.99);
}

function packageStatusAt(share: number): PackageStatus {
  if (share < 0.05) return 'None';
  if (share < 0.2) return 'InstallRequested';
  if (share < 0.3) return 'InstallScheduled';
  return share < 0.9 ? 'Installing' : 'Installed';
}
