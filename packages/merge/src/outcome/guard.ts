import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Value } from '../canonical/content.ts';
import { tableOf } from '../tables/standard.ts';

/** What a change does to who may do what; nothing, where it decides no such thing. */
export type Effect = 'wider' | 'narrower' | 'unclear';
type Said = ReadonlyMap<string, Value | undefined>;

/** Settings by which people sign in, tables are opened to the site's Web API, and browsers are told what to allow. */
const guardedSettings = /^(?:authentication|webapi|http)\//i;
export const guardedColumns: ReadonlySet<string> = new Set(['adx_entitypermissionsenabled']);
/** Of these each flag and each role allows something; the others also forbid, so less may be more. */
const allowing = new Set(['adx_entitypermission', 'adx_columnpermission']);

/** Whether a record decides who may do what, or what is safe; `title`: what it is called by. */
export const isGuarded = (table: string, title: string): boolean =>
  tableOf(table).guarded === true || (table === 'adx_sitesetting' && guardedSettings.test(title));

/**
 * Judges a change of a record by what it says before and after; undefined is a record that isn't there. Narrower is
 * only what can be shown to be: a right or a role less of something that grants.
 */
export function effectOf(
  table: string,
  before: Said | undefined,
  after: Said | undefined,
): Effect | undefined {
  const changed = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(
    (name) => key(before?.get(name)) !== key(after?.get(name)),
  );
  if (changed.length === 0 && !before === !after) return undefined;
  if (tableOf(table).guarded) {
    if (!allowing.has(table)) return 'unclear';
    if (!after) return 'narrower';
    const effects = changed.map((name) => sizeOf(before?.get(name), after.get(name)));
    if (effects.includes('wider')) return 'wider';
    return before && effects.every((effect) => effect === 'narrower') ? 'narrower' : 'unclear';
  }
  const setting = String(after?.get('adx_name') ?? before?.get('adx_name') ?? '');
  if (table === 'adx_sitesetting') return isGuarded(table, setting) ? 'unclear' : undefined;
  if (!changed.some((name) => guardedColumns.has(name))) return undefined;
  const asks = (side: Said | undefined) => [...guardedColumns].some((name) => side?.get(name) === true);
  return after && !asks(after) ? 'wider' : 'narrower';
}

/** What a change is, as a text: what a tick is for. */
export function shownAs(before: Said | undefined, after: Said | undefined): string {
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  const changed = names.filter((name) => key(before?.get(name)) !== key(after?.get(name)));
  return canonicalJson([after !== undefined, changed.map((name) => [name, after?.get(name) ?? null])]);
}

/** Of one flag or one set: more, less, or neither. A value that is gone was a set when it was a list. */
function sizeOf(before: Value | undefined, after: Value | undefined): Effect {
  if (Array.isArray(before) || Array.isArray(after)) {
    const had = new Set<unknown>(Array.isArray(before) ? before : []);
    return Array.isArray(after) && after.some((member) => !had.has(member)) ? 'wider' : 'narrower';
  }
  const isFlag = [before, after].every((value) => value === undefined || typeof value === 'boolean');
  if (isFlag) return after === true ? 'wider' : 'narrower';
  return 'unclear';
}

const key = (value: Value | undefined): string => JSON.stringify(value ?? null);
