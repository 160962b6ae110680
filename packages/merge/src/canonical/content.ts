import type { Scalar, SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';
import type { TextKind } from '../tables/table.ts';
import { canonicalJson, parseJson } from './canonical-json.ts';
import { isSealed } from './secrets.ts';
import { plainly } from './style.ts';

/** What a cell is, which decides how it is merged. */
export type CellKind = 'scalar' | 'reference' | 'set' | 'body' | 'secret' | TextKind;

/** A set is the list of its members in order; a body without text is its hash. */
export type Value = Scalar | readonly string[];

/**
 * One thing that can be changed by itself. `same` is what it is compared by: equal for texts that differ in nothing
 * that somebody means.
 */
export interface Cell {
  readonly kind: CellKind;
  readonly value: Value;
  readonly same: string;
}

/** All that a record says, by column or relationship; `body` is a web file's. */
export type Content = ReadonlyMap<string, Cell>;

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/**
 * What a record says, its ids put into other words: those of another environment, or natural keys.
 * @param ids what stands for an id; a lookup of the record's own environment that isn't in it stays as it is
 */
export function contentOf(record: SiteRecord, ids: ReadonlyMap<string, string> = new Map()): Content {
  const content = new Map<string, Cell>();
  const table = tableOf(record.table);
  const put = (name: string, kind: CellKind, value: Value, same: string) =>
    content.set(name, { kind, value, same });
  for (const [name, raw] of Object.entries(record.fields)) {
    if (name === table.order?.column) continue;
    if (typeof raw !== 'string') {
      put(name, 'scalar', raw, canonicalJson(raw));
      continue;
    }
    const value = translated(raw, ids);
    const plain = plainly(value);
    const kind = isSealed(raw)
      ? 'secret'
      : (table.texts?.[name] ?? (plain.includes('\n') ? 'plain' : 'scalar'));
    put(name, kind, plain, isJson(kind) ? sameJson(plain) : JSON.stringify(plain));
  }
  for (const [name, id] of Object.entries(record.refs)) {
    const target = ids.get(id) ?? id;
    put(name, 'reference', target, target);
  }
  for (const [name, members] of Object.entries(record.sets)) {
    const value = [...new Set(members.map((id) => ids.get(id) ?? id))].sort();
    put(name, 'set', value, canonicalJson(value));
  }
  if (record.body && 'hash' in record.body) put('body', 'body', record.body.hash, record.body.hash);
  else if (record.body) {
    const value = plainly(translated(record.body.text, ids));
    put('body', bodyKind(record), value, JSON.stringify(value));
  }
  return content;
}

const isJson = (kind: CellKind): boolean => kind === 'json' || kind === 'languages';

function sameJson(text: string): string {
  const value = parseJson(text);
  return value === undefined ? JSON.stringify(text) : canonicalJson(value);
}

/** Ids that stand in a text. */
export const idsIn = (text: string): string[] =>
  text.length < 36 ? [] : (text.match(guid) ?? []).map((id) => id.toLowerCase());

/** Texts and JSON hold ids of pages, forms and lists; whose they are is known by the ids themselves. */
export function translated(text: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0 || text.length < 36) return text;
  return text.replace(guid, (id) => ids.get(id.toLowerCase()) ?? id);
}

function bodyKind({ fields }: SiteRecord): CellKind {
  const [, extension] = /\.(css|m?js|json)$/i.exec(String(fields['adx_partialurl'] ?? '')) ?? [];
  if (extension === undefined) return 'plain';
  if (extension === 'css') return 'style';
  return extension === 'json' ? 'json' : 'script';
}
