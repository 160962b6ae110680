import type { Plan } from '@portico/merge/plan';
import type { Merging } from './merge-kept.ts';
import { namesOf } from './overview.ts';

/** All writes in order, with what was there before: a file that a change board can read, and a program too. */
export function planFile(title: string, merging: Merging, { writes }: Plan): object {
  const named = namesOf(merging);
  const { live, template, baseline } = merging.sides;
  return {
    title,
    site: live.content.snapshot.website,
    environment: live.content.snapshot.environment,
    readAt: { site: live.at, template: template.at, baseline: baseline.at },
    solutions: template.content.snapshot.solutions,
    writes: writes.map((write, index) => ({
      number: index + 1,
      record: named(write.id).title,
      ...write,
    })),
  };
}
