import type { Cell, Value } from '../canonical/content.ts';
import { inStyleOf } from '../canonical/style.ts';
import type { MergedRecord } from '../merge-record.ts';
import type { Values, Write } from '../plan.ts';
import type { Scalar, SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';

type Said = ReadonlyMap<string, Value | undefined>;
interface Columns {
  fields?: Record<string, Scalar | null>;
  refs?: Record<string, string | null>;
  body?: NonNullable<SiteRecord['body']> | null;
}

/** The values in which a record differs from what it was, and what they were, as they were read. */
export function valuesOf(
  record: MergedRecord,
  before: Said | undefined,
  after: Said,
  place: number | undefined,
): { now: Values; was: Values } {
  const [now, was]: [Columns, Columns] = [{}, {}];
  const { live } = record;
  for (const name of namesOf(before, after)) {
    const [old, value] = [before?.get(name), after.get(name)];
    if (old === value || name === 'order') continue;
    const kind = cellOf(record, name)?.kind;
    // Of a secret nothing is known but its mark.
    if (kind === 'set' || kind === 'secret') continue;
    if (kind === 'reference') {
      (now.refs ??= {})[name] = value === undefined ? null : String(value);
      (was.refs ??= {})[name] = live?.refs[name] ?? null;
    } else if (name === 'body') {
      now.body = bodyOf(record, kind, value);
      was.body = live?.body ?? null;
    } else {
      (now.fields ??= {})[name] = written(live?.fields[name], value);
      (was.fields ??= {})[name] = live?.fields[name] ?? null;
    }
  }
  const column = tableOf(record.table).order?.column;
  if (place !== undefined && column !== undefined) {
    (now.fields ??= {})[column] = place;
    (was.fields ??= {})[column] = live?.fields[column] ?? null;
  }
  return { now, was };
}

/** Members that come into a relationship and go out of it. */
export function linksOf(
  { id, table, ...record }: MergedRecord,
  before: Said | undefined,
  after: Said,
): Write[] {
  return namesOf(before, after).flatMap((name): Write[] => {
    if (name === 'order' || cellOf(record, name)?.kind !== 'set') return [];
    const [old, value] = [members(before?.get(name)), members(after.get(name))];
    const [had, has] = [new Set(old), new Set(value)];
    const [add, remove] = [value.filter((one) => !had.has(one)), old.filter((one) => !has.has(one))];
    return add.length + remove.length === 0
      ? []
      : [{ op: 'link', table, id, relationship: name, add, remove }];
  });
}

const namesOf = (before: Said | undefined, after: Said): string[] => [
  ...new Set([...(before?.keys() ?? []), ...after.keys()]),
];
const members = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);
const cellOf = ({ sides }: Pick<MergedRecord, 'sides'>, name: string): Cell | undefined =>
  sides.ours?.get(name) ?? sides.theirs?.get(name) ?? sides.base?.get(name);

/** A text goes back as the live one is written: its line ends, and what stands at its beginning and end. */
function written(like: Scalar | undefined, value: Value | undefined): Scalar | null {
  if (value === undefined || typeof value === 'object') return null;
  return typeof value === 'string' ? inStyleOf(typeof like === 'string' ? like : undefined, value) : value;
}

function bodyOf(
  { live }: MergedRecord,
  kind: string | undefined,
  value: Value | undefined,
): NonNullable<SiteRecord['body']> | null {
  if (value === undefined) return null;
  if (kind === 'body') return { hash: String(value) };
  return { text: inStyleOf(live?.body && 'text' in live.body ? live.body.text : undefined, String(value)) };
}
