import { days } from '../../platform/durations.ts';
import type { Organization } from '../../world/dataverse.ts';
import type { World } from '../../world.ts';
import type { Table } from './table.ts';

/**
 * How many rows a table had when its total was taken: within the last 24 hours (RetrieveTotalRecordCount). Here it is
 * taken when somebody asks, and for a day it stays what it was, whatever is written meanwhile.
 */
export function totalOf({ clock }: World, organization: Organization, { set, logical }: Table): number {
  const { tables, alike, totals } = organization;
  const now = clock.now();
  const kept = totals[logical];
  if (kept && now.getTime() - Date.parse(kept.at) < days) return kept.count;
  const groups = alike[set] ?? [];
  const count = groups.reduce((sum, group) => sum + group.count, tables[set]?.length ?? 0);
  totals[logical] = { at: now.toISOString(), count };
  return count;
}
