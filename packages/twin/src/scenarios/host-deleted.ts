import { days, later } from '../platform/durations.ts';
import type { State } from '../world.ts';
import { siteExists } from './site-exists.ts';

/** The portal's host was deleted yesterday; its pages and settings are in Dataverse still. */
export function hostDeleted(now: Date): State {
  const state = siteExists(now);
  for (const site of state.platform.sites) site.deletedAt = later(now, -1 * days);
  return { ...state, scenario: 'host-deleted' };
}
