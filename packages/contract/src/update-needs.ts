import type { UpdateOverview, UpdateRecord } from './update.ts';

/** Records that somebody has to look at before anything can be applied. */
export function needsOf({
  records,
  gone,
  faults,
}: Pick<UpdateOverview, 'records' | 'gone' | 'faults'>): ReadonlySet<string> {
  const waits = ({ open, tick }: UpdateRecord) =>
    open > 0 || (tick !== undefined && tick.allow === undefined);
  return new Set([
    ...records.filter(waits).map(({ id }) => id),
    ...faults.map(({ record }) => record),
    ...gone.map(({ record }) => record),
  ]);
}

/** So many things only a person can say: records, and which record is which. At 0 everything is decided. */
export const openThings = (
  overview: Pick<UpdateOverview, 'records' | 'gone' | 'faults' | 'questions'>,
): number => needsOf(overview).size + overview.questions.length;

/** Records that would be written. */
export const writesIn = ({ writes }: Pick<UpdateOverview, 'writes'>): number =>
  Object.values(writes).reduce((sum, n) => sum + n, 0);
