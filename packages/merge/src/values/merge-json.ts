import { canonicalJson } from '../canonical/canonical-json.ts';

/** What both sides made of one place, by its path: `['columns', '0']`. */
export interface JsonConflict {
  readonly path: readonly string[];
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}
export interface MergedJson {
  /** With ours where there is a conflict, and with theirs. */
  readonly mine: unknown;
  readonly yours: unknown;
  readonly conflicts: readonly JsonConflict[];
}

/** Null is a value and absence is none. */
const same = (one: unknown, other: unknown): boolean =>
  (one === undefined) === (other === undefined) && canonicalJson(one) === canonicalJson(other);
const alike = (value: unknown): MergedJson => ({ mine: value, yours: value, conflicts: [] });

/** Merges JSON key by key, and lists of texts language by language; undefined is absent. Other lists are one value. */
export function mergeJson(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  path: readonly string[] = [],
): MergedJson {
  if (same(ours, theirs) || same(theirs, base)) return alike(ours);
  if (same(ours, base)) return alike(theirs);
  if (isRecord(ours) && isRecord(theirs) && (base === undefined || isRecord(base)))
    return mergeEntries(
      Object.entries(base ?? {}),
      Object.entries(ours),
      Object.entries(theirs),
      path,
      fromEntries,
    );
  if (isLanguages(ours) && isLanguages(theirs) && (base === undefined || isLanguages(base)))
    return mergeEntries(byLanguage(base ?? []), byLanguage(ours), byLanguage(theirs), path, (entries) =>
      entries.map(([, value]) => value),
    );
  return { mine: ours, yours: theirs, conflicts: [{ path, base, ours, theirs }] };
}

type Entries = readonly (readonly [string, unknown])[];

/** In the order of ours, then what only theirs has. */
function mergeEntries(
  base: Entries,
  ours: Entries,
  theirs: Entries,
  path: readonly string[],
  build: (entries: Entries) => unknown,
): MergedJson {
  const [before, mine, yours] = [new Map(base), new Map(ours), new Map(theirs)];
  const keys = [...new Set([...mine.keys(), ...yours.keys()])];
  const merged = keys.map(
    (key) => [key, mergeJson(before.get(key), mine.get(key), yours.get(key), [...path, key])] as const,
  );
  const side = (of: (one: MergedJson) => unknown) =>
    build(merged.map(([key, one]) => [key, of(one)] as const).filter(([, value]) => value !== undefined));
  return {
    mine: side((one) => one.mine),
    yours: side((one) => one.yours),
    conflicts: merged.flatMap(([, one]) => one.conflicts),
  };
}

// `Object.fromEntries` makes `__proto__` a key like any other; an assignment wouldn't.
const fromEntries = (entries: Entries): unknown => Object.fromEntries(entries);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Localised = Readonly<Record<string, unknown>>;
const lcid = (one: Localised): string => JSON.stringify(one['LCID'] ?? one['lcid'] ?? '');

function isLanguages(value: unknown): value is readonly Localised[] {
  if (!Array.isArray(value) || !value.every(isRecord)) return false;
  const ids = value.map(lcid);
  return !ids.includes('""') && new Set(ids).size === ids.length;
}

const byLanguage = (texts: readonly Localised[]): Entries => texts.map((text) => [lcid(text), text] as const);

/** JSON as text, indented as the text it replaces. */
export function writeJson(value: unknown, like: string): string {
  const [, indent] = /^\s*[[{]\r?\n([ \t]+)/.exec(like) ?? [];
  return JSON.stringify(value, null, indent);
}
