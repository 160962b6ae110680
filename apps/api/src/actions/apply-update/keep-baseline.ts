import { nextBaseline } from '@portico/merge/baseline';
import { updateChoices } from '../../site-config/decisions-of.ts';
import type { AppliedUpdate } from '../../site-config/archive.ts';
import { findKept } from '../../site-config/find-kept.ts';
import { lookAtSite } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';

/** The template that was taken over is what the next update is merged from, in the ids of the live site. */
export async function keepBaseline(
  targets: Targets,
  update: AppliedUpdate,
  made: Readonly<Record<string, string>>,
): Promise<null> {
  const { archive } = targets;
  const [baseline, live, template] = await Promise.all([
    findKept(archive, 'baseline', update.baseline),
    findKept(archive, 'live', update.live),
    findKept(archive, 'template', update.template),
  ]);
  const { matching } = await targets.merge(
    { baseline, live, template },
    updateChoices(targets.choices, baseline.content),
  );
  const theirs = new Map([...matching.ids.theirs].map(([from, to]) => [from, made[to] ?? to]));
  const now = await lookAtSite(targets);
  const ids = { ...matching.ids, theirs };
  await archive.keep('baseline', {
    snapshot: nextBaseline(
      now.content.snapshot,
      template.content.snapshot,
      { ...matching, ids },
      targets.now().toISOString(),
    ),
    notes: {},
    took: template.id,
    decided: Math.max(0, ...Object.values(targets.choices).map(({ seq }) => seq)),
  });
  return null;
}
