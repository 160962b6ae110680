import type { UpdateOverview, UpdateRecord } from './update.ts';

/** Records that somebody has to look at before anything can be applied. */
export function needsOf({ records, gone, faults }: UpdateOverview): ReadonlySet<string> {
  const waits = ({ open, tick }: UpdateRecord) =>
    open > 0 || (tick !== undefined && tick.allow === undefined);
  return new Set([
    ...records.filter(waits).map(({ id }) => id),
    ...faults.map(({ record }) => record),
    ...gone.map(({ record }) => record),
  ]);
}
