import type { Targets } from './targets.ts';

/** The solutions of these unique names that Dataverse has, with their versions as they came. */
export async function solutionsNamed(
  rows: Targets['rows'],
  names: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const found = await rows({
    set: 'solutions',
    $select: 'uniquename,version',
    $filter: names.map((name) => `uniquename eq '${name}'`).join(' or '),
  });
  return new Map(found.map((row) => [String(row['uniquename']), row['version']]));
}
