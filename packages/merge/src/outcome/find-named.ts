import { tableOf } from '../tables/standard.ts';
import type { Decided } from './decided.ts';

/** A text names a record that won't be there: it is drawn without it, or not at all. */
export interface Named {
  readonly record: string;
  readonly cell: string;
  readonly target: string;
}

/** What Liquid calls by name, and the table that has it. */
const tables: Readonly<Record<string, string>> = {
  snippets: 'adx_contentsnippet',
  settings: 'adx_sitesetting',
  sitemarkers: 'adx_sitemarker',
  weblinks: 'adx_weblinkset',
  include: 'adx_webtemplate',
};
const calls = [
  /\b(?<by>snippets|settings|sitemarkers|weblinks)\s*\[\s*(?<quote>['"])(?<name>.+?)\k<quote>/g,
  /\{%-?\s*(?<by>include)\s+(?<quote>['"])(?<name>.+?)\k<quote>/g,
  /\{%-?\s*editable\s+(?<by>snippets|weblinks)\s+(?<quote>['"])(?<name>.+?)\k<quote>/g,
];

/**
 * Texts that by what is decided name a record of the site or the template that isn't there then; what was so before, and
 * names that nobody has, are as they were.
 */
export function findNamed(records: readonly Decided[]): readonly Named[] {
  const [there, away] = [records.filter(({ says }) => says), records.filter(({ says }) => !says)];
  const missing = new Map(away.map((each) => [nameOf(each), each.record.id]));
  if (missing.size > 0) for (const each of there) missing.delete(nameOf(each));
  if (missing.size === 0) return [];
  const was = new Set(records.flatMap(({ record }) => (record.sides.ours ? record.id : [])));
  return there.flatMap(({ record, says }) =>
    [...(says ?? [])].flatMap(([cell, value]) => {
      if (typeof value !== 'string') return [];
      const before = new Set(namesIn(record.sides.ours?.get(cell)?.value));
      return [...new Set(namesIn(value))].flatMap((name): Named[] => {
        const target = missing.get(name);
        const isNews = target !== undefined && (was.has(target) || !before.has(name));
        return isNews ? [{ record: record.id, cell, target }] : [];
      });
    }),
  );
}

const nameOf = ({ record: { table, title }, says }: Decided): string =>
  keyOf(table, String(says?.get(tableOf(table).title) ?? title));

const namesIn = (text: unknown): readonly string[] =>
  typeof text === 'string'
    ? calls.flatMap((call) =>
        [...text.matchAll(call)].flatMap(({ groups }) => {
          const table = tables[groups?.['by'] ?? ''];
          return table ? keyOf(table, groups?.['name'] ?? '') : [];
        }),
      )
    : [];

const keyOf = (table: string, name: string): string => `${table} ${name.toLowerCase()}`;
