import type { Targets } from './targets.ts';
import { read, valueOf } from './read.ts';
import { textOf } from './text-of.ts';

/**
 * Solutions of Dataverse that were installed or changed since a site was begun, `Name 1.2.3.4, …`: nobody has published
 * which ones the template brings. Empty where none was, or where they can't be read.
 * @param begunAt as Power Pages gives it: without a zone, in UTC
 */
export async function solutionsSince({ rows }: Pick<Targets, 'rows'>, begunAt: string): Promise<string> {
  const begun = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(begunAt) ? begunAt : `${begunAt}Z`);
  if (Number.isNaN(begun)) return '';
  const all = await read(rows({ set: 'solutions', $select: 'uniquename,version,installedon,modifiedon' }));
  const since = (valueOf(all) ?? []).filter((row) =>
    [row['installedon'], row['modifiedon']].some((at) => Date.parse(textOf(at)) >= begun),
  );
  return since
    .map((row) => `${textOf(row['uniquename'])} ${textOf(row['version'])}`)
    .toSorted()
    .join(', ');
}
