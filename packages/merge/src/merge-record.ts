import { type Content, contentOf, idsIn } from './canonical/content.ts';
import type { Match, Matching } from './matching/matching.ts';
import type { Scalar, SiteRecord } from './record.ts';
import { tableOf } from './tables/standard.ts';
import { mergeCell, type MergedCell } from './values/merge-cell.ts';

/** What happened to a record since the baseline, and by whom; `different`: by both, each in its own way. */
export type RecordState = 'unchanged' | 'ours' | 'theirs' | 'same' | 'different';
export type RecordChange = 'none' | 'edited' | 'renamed' | 'added' | 'deleted';

/** One record of the merge. All ids in it are those of the live environment. */
export interface MergedRecord {
  readonly id: string;
  readonly table: string;
  /** What a person calls it. */
  readonly title: string;
  readonly state: RecordState;
  readonly change: RecordChange;
  /** What the record says on each side that has it. */
  readonly sides: { readonly base?: Content; readonly ours?: Content; readonly theirs?: Content };
  /** What anybody changed, by column or relationship; under `presence` whether it is there at all. */
  readonly cells: Readonly<Record<string, MergedCell>>;
  /** Columns of the template that refer to what this site doesn't have: they stay as they are. */
  readonly unresolved: readonly string[];
  /** The live row, as it was read. */
  readonly live?: SiteRecord;
}

/** Merges what three sides say of one record, and the order of what it holds where somebody changed that. */
export function mergeRecord(
  match: Match,
  { ids, inactive, inferred, strangers }: Pick<Matching, 'ids' | 'inactive' | 'inferred' | 'strangers'>,
  order?: MergedCell,
): MergedRecord {
  const { id, ours: live = inactive.get(id) } = match;
  const record = match.ours ?? match.theirs ?? match.base;
  if (!record) throw new Error(`Nobody has the record ${id}`);
  const [base, ours] = [
    match.base && contentOf(match.base, ids.base),
    match.ours && contentOf(match.ours, ids.base),
  ];
  const unresolved = match.theirs ? unresolvedIn(match.theirs, ids.theirs, strangers) : [];
  const theirs = match.theirs && settle(contentOf(match.theirs, ids.theirs), unresolved, base ?? ours);
  // What isn't the site's own is read and never written, so nobody changes it.
  const own = tableOf(record.table).global ? {} : cellsOf(base, ours, theirs, inferred);
  const cells = { ...own, ...(order && { order }) };
  return {
    id,
    table: record.table,
    title: String(record.fields[tableOf(record.table).title] ?? ''),
    ...judge(record.table, cells),
    sides: { ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) },
    cells,
    unresolved,
    ...(live && { live }),
  };
}

/** Columns that refer to what isn't among the records of the site: lookups, sets, and texts with such an id in them. */
function unresolvedIn(
  { refs, sets, fields, body }: SiteRecord,
  ids: ReadonlyMap<string, string>,
  strangers: ReadonlySet<string>,
): string[] {
  const foreign = (value: Scalar) =>
    typeof value === 'string' && idsIn(value).some((id) => strangers.has(id));
  const texts = strangers.size === 0 ? [] : Object.entries(fields).filter(([, value]) => foreign(value));
  return [
    ...Object.entries(refs).filter(([, target]) => !ids.has(target)),
    ...Object.entries(sets).filter(([, members]) => members.some((member) => !ids.has(member))),
    ...texts,
    ...(body && 'text' in body && foreign(body.text) ? [['body']] : []),
  ].flatMap(([name]) => name ?? []);
}

/** Puts what was there before in the place of what can't be taken over: no id of another environment gets in. */
function settle(theirs: Content, unresolved: readonly string[], own: Content | undefined): Content {
  if (unresolved.length === 0) return theirs;
  const settled = new Map(theirs);
  for (const name of unresolved) {
    const cell = own?.get(name);
    if (cell) settled.set(name, cell);
    else settled.delete(name);
  }
  return settled;
}

type Side = Content | undefined;

function cellsOf(base: Side, ours: Side, theirs: Side, inferred: boolean): Record<string, MergedCell> {
  const cells: Record<string, MergedCell> = {};
  const presence = presenceOf(base, ours, theirs, inferred);
  if (presence.state !== 'unchanged') cells['presence'] = presence;
  if (!ours || !theirs) return cells;
  for (const name of new Set([...(base?.keys() ?? []), ...ours.keys(), ...theirs.keys()])) {
    const cell = mergeCell(base?.get(name), ours.get(name), theirs.get(name));
    if (cell.state !== 'unchanged') cells[name] = cell;
  }
  return cells;
}

/**
 * A record that one side deleted and the other changed is for a person to decide. So is, beside an inferred baseline,
 * what the site lacks: nobody knows whether it was deleted there or is new in the template.
 */
function presenceOf(base: Side, ours: Side, theirs: Side, inferred: boolean): MergedCell {
  const there = (side: Side) => (side ? true : undefined);
  const three = { kind: 'presence', base: there(base), ours: there(ours), theirs: there(theirs) } as const;
  if (ours && theirs) return { ...three, state: base ? 'unchanged' : 'same', value: true };
  if (!ours && !theirs) return { ...three, state: 'same', value: undefined };
  const left = ours ?? theirs;
  const by = (base === undefined) === (ours === undefined) ? 'theirs' : 'ours';
  if ((base && left && !isSame(base, left)) || (inferred && by === 'theirs'))
    return { ...three, state: 'conflict', mine: three.ours, yours: three.theirs };
  return { ...three, state: by, value: base ? undefined : true };
}

export const isSame = (one: Content, other: Content): boolean =>
  one.size === other.size && [...one].every(([name, { same }]) => other.get(name)?.same === same);

function judge(
  table: string,
  cells: Readonly<Record<string, MergedCell>>,
): Pick<MergedRecord, 'state' | 'change'> {
  const { presence, ...others } = cells;
  const names = [...tableOf(table).key, tableOf(table).title];
  const states = new Set(Object.values(others).map(({ state }) => state));
  if (presence) {
    const change = presence.base === undefined ? 'added' : 'deleted';
    const { state } = presence;
    const isClear = state === 'ours' || state === 'theirs' || state === 'same';
    return { change, state: isClear && [...states].every((each) => each === state) ? state : 'different' };
  }
  if (states.size === 0) return { change: 'none', state: 'unchanged' };
  const change = names.some((name) => others[name]) ? 'renamed' : 'edited';
  const [only] = states;
  const single = states.size === 1 && (only === 'ours' || only === 'theirs' || only === 'same');
  return { change, state: single ? only : 'different' };
}
