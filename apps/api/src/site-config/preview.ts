import { Problem } from '@portico/contract/problems';
import type { UpdatePreview } from '@portico/contract/update';
import { hasPicture } from '@portico/merge/draw/has-picture';
import { drawnTables } from '@portico/merge/draw/site-view';
import { applyPlan } from '@portico/merge/plan';
import { planWrites } from '@portico/merge/plan-writes';
import type { SiteRecord } from '@portico/merge/record';
import { drawApart } from '../merge/draw-apart.ts';
import type { Merging } from './merge-kept.ts';

/** The page on which a record is seen, as it is and as it becomes: what would be written by now, put into what was read. */
export async function previewOf(
  { sides, decision, site }: Merging,
  id: string,
  now: Date,
): Promise<UpdatePreview> {
  const before = sides.live.content.snapshot.records;
  // Where nobody has decided yet, `says` is what the site says: nothing is written there.
  const after = applyPlan(before, planWrites({ ...decision, open: [] }));
  const record = site.records.find((each) => each.id === id);
  if (!record || !hasPicture(record.table, record.title)) throw new Problem('not-found');
  const drawings = await drawApart({ before: drawable(before), after: drawable(after), id, now });
  const open = decision.open.length;
  return drawings ? { id, ...drawings, open } : { id, open, endless: true };
}

const drawable = (records: readonly SiteRecord[]): SiteRecord[] =>
  records.filter(({ table }) => drawnTables.has(table));
