import { contentOf } from '../canonical/content.ts';
import type { SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';
import { groupBy, type Local } from './local-records.ts';

/** So much text is not the same by chance. Characters. */
const telling = 40;

/**
 * Pairs of a new record of the template and one that it lacks now, which say the same under two names, and nobody else
 * says it. Only texts count: an option or two are often the same.
 */
export function findRenames(
  added: readonly SiteRecord[],
  missing: readonly Local[],
  theirs: ReadonlyMap<string, string>,
  base: ReadonlyMap<string, string>,
): (readonly [SiteRecord, Local])[] {
  const ours = groupBy(missing, (local) => (local.base && gist(local.base, base)) ?? '');
  const news = groupBy(added, (record) => gist(record, theirs) ?? '');
  return [...news].flatMap(([key, [record, ...more]]) => {
    const [local, ...others] = ours.get(key) ?? [];
    return key !== '' && record && local && more.length + others.length === 0
      ? [[record, local] as const]
      : [];
  });
}

/** All texts of a record but its names; undefined when they are too short to tell. */
function gist(record: SiteRecord, ids: ReadonlyMap<string, string>): string | undefined {
  const { key, title, tieBreak = [] } = tableOf(record.table);
  const names = new Set([...key, title, ...tieBreak]);
  const texts = [...contentOf(record, ids)].filter(
    ([name, { kind }]) => !names.has(name) && !['scalar', 'reference', 'set', 'secret'].includes(kind),
  );
  const said = texts.map(([name, { same }]) => JSON.stringify([name, same])).sort();
  const length = texts.reduce((sum, [, { same }]) => sum + same.length, 0);
  return length < telling ? undefined : JSON.stringify([record.table, said]);
}
