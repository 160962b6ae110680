import { Problem } from '@portico/contract/problems';
import { checkTexts } from '@portico/merge/check-text';
import type { SiteRecord } from '@portico/merge/record';
import { editedSince } from '../../site-config/compare-rows.ts';
import { planOf, titleOf } from '../../site-config/overview.ts';
import { lookAtSite, updateOf } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';

/** How many names a sentence bears. */
const mostNames = 5;

export const named = (records: readonly SiteRecord[]): { count: number; names: string } => ({
  count: records.length,
  names: records.slice(0, mostNames).map(titleOf).join(', ') + (records.length > mostNames ? ', …' : ''),
});

/**
 * Plans the update by what was looked at and decided, and keeps the plan; then reads the site once more. What somebody
 * edited since comes back to the list, and nothing is written.
 * @returns the id of the kept update
 */
export async function prepare(targets: Targets): Promise<string> {
  const merging = await updateOf(targets);
  const plan = merging && planOf(merging);
  if (!plan || (await checkTexts(merging.decision)).length > 0) throw new Problem('update-undecided');
  const { baseline, live, template } = merging.sides;
  const now = await lookAtSite(targets);
  const edited = editedSince(plan, live.content, now.content);
  if (edited.length > 0) throw new Problem('site-edited', { values: named(edited) });
  const kept = await targets.archive.keep('update', {
    plan,
    baseline: baseline.id,
    live: live.id,
    template: template.id,
  });
  return kept.id;
}
