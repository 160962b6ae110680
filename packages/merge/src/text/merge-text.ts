import { diff } from './diff.ts';
import type { Hunk } from './hunk.ts';
import { interned, Interner, linesOf } from './intern.ts';
import { sharedEnds } from './shared-ends.ts';

/** A passage that nobody has to decide, or one that both sides changed differently. `Of` is how it is written. */
type Passage<Of extends string, T> =
  | ({ readonly kind: 'kept' | 'ours' | 'theirs' | 'same' } & { readonly [part in Of]: T })
  | { readonly kind: 'conflict'; readonly base: T; readonly ours: T; readonly theirs: T };

export type Region = Passage<'text', string>;
export type Conflict = Extract<Region, { kind: 'conflict' }>;
type Sequence = Passage<'pieces', readonly string[]>;

/** Merges three texts line by line; changes that touch each other are a conflict, as in git. */
export function mergeText(base: string, ours: string, theirs: string): Region[] {
  if (ours === theirs || ours === base || theirs === base) return mergePieces(base, ours, theirs, linesOf);
  const { head, tail } = sharedEnds(base, ours, theirs);
  const middle = (text: string) => text.slice(head, text.length - tail);
  const regions = mergePieces(middle(base), middle(ours), middle(theirs), linesOf);
  // A change that slid down to where the texts were cut off may go further.
  if (tail > 0 && regions.at(-1)?.kind !== 'kept') return mergePieces(base, ours, theirs, linesOf);
  return [...kept(base.slice(0, head)), ...regions, ...kept(base.slice(base.length - tail))];
}

const kept = (text: string): Region[] => (text === '' ? [] : [{ kind: 'kept', text }]);

/** @returns the merged text; undefined while somebody has to decide */
export function textOf(regions: readonly Region[]): string | undefined {
  let text = '';
  for (const region of regions) {
    if (region.kind === 'conflict') return undefined;
    text += region.text;
  }
  return text;
}

/** The same for texts that are cut into other pieces than lines; the pieces joined must be the text again. */
export function mergePieces(
  base: string,
  ours: string,
  theirs: string,
  cut: (text: string) => string[],
): Region[] {
  if (ours === theirs) return [{ kind: ours === base ? 'kept' : 'same', text: ours }];
  if (theirs === base) return [{ kind: 'ours', text: ours }];
  if (ours === base) return [{ kind: 'theirs', text: theirs }];
  const join = (pieces: readonly string[]) => pieces.join('');
  return mergeSequences(cut(base), cut(ours), cut(theirs)).map((one) =>
    one.kind === 'conflict'
      ? { kind: one.kind, base: join(one.base), ours: join(one.ours), theirs: join(one.theirs) }
      : { kind: one.kind, text: join(one.pieces) },
  );
}

/** Merges sequences of anything that can be told apart by a text. */
export function mergeSequences(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Sequence[] {
  const table = new Interner();
  const [b, o, t] = [interned(base), interned(ours), interned(theirs)];
  return combine({ b: base, o: ours, t: theirs }, diff(b, o, table), diff(b, t, table));
}

interface Sides {
  readonly b: readonly string[];
  readonly o: readonly string[];
  readonly t: readonly string[];
}

/** Hunks of one side; their part of a region lies as far from the base's as what came before has shifted it. */
interface Cursor {
  readonly hunks: readonly Hunk[];
  next: number;
  shift: number;
}

function combine({ b, o, t }: Sides, left: readonly Hunk[], right: readonly Hunk[]): Sequence[] {
  const regions: Sequence[] = [];
  const ours: Cursor = { hunks: left, next: 0, shift: 0 };
  const theirs: Cursor = { hunks: right, next: 0, shift: 0 };
  let at = 0;
  for (;;) {
    const [one, other] = [ours.hunks[ours.next], theirs.hunks[theirs.next]];
    if (!one && !other) break;
    const low = Math.min(one?.from ?? Infinity, other?.from ?? Infinity);
    if (low > at) regions.push({ kind: 'kept', pieces: b.slice(at, low) });
    const before = [ours.shift, theirs.shift] as const;
    const { high, mine, yours } = gather(ours, theirs, low);
    const changed = {
      base: b.slice(low, high),
      ours: o.slice(low + before[0], high + ours.shift),
      theirs: t.slice(low + before[1], high + theirs.shift),
    };
    if (!yours) regions.push({ kind: 'ours', pieces: changed.ours });
    else if (!mine) regions.push({ kind: 'theirs', pieces: changed.theirs });
    else if (isSame(changed.ours, changed.theirs)) regions.push({ kind: 'same', pieces: changed.ours });
    else regions.push({ kind: 'conflict', ...changed });
    at = high;
  }
  if (at < b.length) regions.push({ kind: 'kept', pieces: b.slice(at, b.length) });
  return regions;
}

/** Takes all hunks that hang together, those that overlap or touch: where they end, and whose they are. */
function gather(ours: Cursor, theirs: Cursor, low: number): { high: number; mine: boolean; yours: boolean } {
  const from = [ours.next, theirs.next] as const;
  let high = low;
  for (let grown = true; grown; ) {
    grown = false;
    for (const side of [ours, theirs]) {
      const hunk = side.hunks[side.next];
      if (!hunk || hunk.from > high) continue;
      high = Math.max(high, hunk.to);
      side.shift += hunk.end - hunk.start - (hunk.to - hunk.from);
      side.next += 1;
      grown = true;
    }
  }
  return { high, mine: ours.next > from[0], yours: theirs.next > from[1] };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((piece, index) => piece === other[index]);
