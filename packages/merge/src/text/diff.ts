import type { Hunk } from './hunk.ts';
import type { Interned, Interner } from './intern.ts';
import { markDifferences } from './shortest-path.ts';
import { slide } from './slide.ts';

/** What differs between two sequences, in order; between two hunks lies at least one equal element. */
export function diff(first: Interned, second: Interned, table: Interner): Hunk[] {
  const [a, b] = [first.pieces, second.pieces];
  const head = sharedHead(a, b);
  const tail = sharedTail(a, b, head);
  table.number(first, head, a.length - tail);
  table.number(second, head, b.length - tail);
  const left = first.ids.subarray(head, a.length - tail);
  const right = second.ids.subarray(head, b.length - tail);
  const [gone, come] = [new Uint8Array(left.length), new Uint8Array(right.length)];
  // What one side alone has is certainly changed. Without it a rewritten file is a short one.
  const kept = keep(left, known(right, table.size), gone);
  const keptThere = keep(right, known(left, table.size), come);
  const marks = { gone: new Uint8Array(kept.length), come: new Uint8Array(keptThere.length) };
  markDifferences(pick(left, kept), pick(right, keptThere), marks);
  mark(gone, kept, marks.gone);
  mark(come, keptThere, marks.come);
  return slide(hunksOf(gone, come, head), a, b);
}

function sharedHead(a: readonly string[], b: readonly string[]): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  return head;
}

function sharedTail(a: readonly string[], b: readonly string[], head: number): number {
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - tail - 1] === b[b.length - tail - 1]) tail += 1;
  return tail;
}

function known(ids: Int32Array, size: number): Uint8Array {
  const seen = new Uint8Array(size + 1);
  for (let index = 0; index < ids.length; index += 1) seen[ids[index] ?? 0] = 1;
  return seen;
}

/** Places whose element the other side has too; marks the others. */
function keep(ids: Int32Array, others: Uint8Array, marks: Uint8Array): number[] {
  const places: number[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    if (others[ids[index] ?? 0]) places.push(index);
    else marks[index] = 1;
  }
  return places;
}

function pick(ids: Int32Array, places: readonly number[]): Int32Array {
  const picked = new Int32Array(places.length);
  for (let index = 0; index < places.length; index += 1) picked[index] = ids[places[index] ?? 0] ?? 0;
  return picked;
}

function mark(all: Uint8Array, places: readonly number[], marks: Uint8Array): void {
  for (let index = 0; index < places.length; index += 1) if (marks[index]) all[places[index] ?? 0] = 1;
}

function hunksOf(gone: Uint8Array, come: Uint8Array, head: number): Hunk[] {
  const hunks: Hunk[] = [];
  for (let [i, j] = [0, 0]; i < gone.length || j < come.length; i += 1, j += 1) {
    const [from, start] = [i, j];
    while (gone[i]) i += 1;
    while (come[j]) j += 1;
    if (i > from || j > start)
      hunks.push({ from: head + from, to: head + i, start: head + start, end: head + j });
  }
  return hunks;
}
