import type { Hunk } from './hunk.ts';
import type { Interned } from './intern.ts';
import { markDifferences } from './shortest-path.ts';
import { slide } from './slide.ts';

/**
 * What differs between two sequences of one table, in order; between two hunks lies at least one equal element.
 * @param size how many different pieces the table knows
 */
export function diff(first: Interned, second: Interned, size: number): Hunk[] {
  const [a, b] = [first.ids, second.ids];
  const gone = new Uint8Array(a.length);
  const come = new Uint8Array(b.length);
  // What one side alone has is certainly changed. Without it a rewritten file is a short one.
  const [left, right] = [keep(a, known(b, size), gone), keep(b, known(a, size), come)];
  const marks = { gone: new Uint8Array(left.length), come: new Uint8Array(right.length) };
  markDifferences(pick(a, left), pick(b, right), marks);
  for (const [index, place] of left.entries()) if (marks.gone[index]) gone[place] = 1;
  for (const [index, place] of right.entries()) if (marks.come[index]) come[place] = 1;
  return slide(hunksOf(gone, come), a, b);
}

function known(ids: Int32Array, size: number): Uint8Array {
  const seen = new Uint8Array(size);
  for (const id of ids) seen[id] = 1;
  return seen;
}

/** Places whose element the other side has too; marks the others. */
function keep(ids: Int32Array, others: Uint8Array, marks: Uint8Array): number[] {
  const places: number[] = [];
  for (const [place, id] of ids.entries()) {
    if (others[id]) places.push(place);
    else marks[place] = 1;
  }
  return places;
}

const pick = (ids: Int32Array, places: readonly number[]) =>
  Int32Array.from(places, (place) => ids[place] ?? 0);

function hunksOf(gone: Uint8Array, come: Uint8Array): Hunk[] {
  const hunks: Hunk[] = [];
  for (let [i, j] = [0, 0]; i < gone.length || j < come.length; i += 1, j += 1) {
    const [from, start] = [i, j];
    while (gone[i]) i += 1;
    while (come[j]) j += 1;
    if (i > from || j > start) hunks.push({ from, to: i, start, end: j });
  }
  return hunks;
}
