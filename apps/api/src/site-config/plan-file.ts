import type { UpdatePlanFile } from '@portico/contract/update';
import type { Plan, Write } from '@portico/merge/plan';
import type { Merging } from './merge-kept.ts';
import { namesOf } from './overview.ts';

/** All writes in order, with what was there before: a file that a program can read, and that a readable one is made of. */
export function planFile(title: string, merging: Merging, { writes }: Plan): UpdatePlanFile {
  const named = namesOf(merging);
  const { live, template, baseline } = merging.sides;
  return {
    title,
    site: live.content.snapshot.website,
    environment: live.content.snapshot.environment,
    readAt: { site: live.at, template: template.at, baseline: baseline.at },
    solutions: template.content.snapshot.solutions,
    writes: writes.map((write, index) => {
      const { title: record, where } = named(write.id);
      return { number: index + 1, record, ...(where && { where }), ...write };
    }),
    names: Object.fromEntries(writes.flatMap(idsIn).map((id) => [id, named(id).title])),
  };
}

/** Of records that a write refers to. */
function idsIn(write: Write): readonly string[] {
  if (write.op === 'link') return [...write.add, ...write.remove];
  if (write.op !== 'create' && write.op !== 'update') return [];
  const refs = [write.refs, write.op === 'update' ? write.was.refs : {}];
  return refs.flatMap((each) => Object.values(each ?? {}).flatMap((id) => id ?? []));
}
