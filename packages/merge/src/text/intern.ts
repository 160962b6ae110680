/** A text as numbers: equal pieces have the same number, in every text of the same table. */
export interface Interned {
  readonly pieces: readonly string[];
  readonly ids: Int32Array;
}

const nothing: Interned = { pieces: [], ids: new Int32Array() };

/** Gives each piece a number, so that what compares them afterwards compares integers only. */
export class Interner {
  readonly #ids = new Map<string, number>();

  /** @param like a text that is much the same: what they begin and end with needs no looking up */
  intern(pieces: readonly string[], like: Interned = nothing): Interned {
    const ids = new Int32Array(pieces.length);
    const shift = like.pieces.length - pieces.length;
    let head = 0;
    while (head < pieces.length && head < like.pieces.length && pieces[head] === like.pieces[head]) head += 1;
    let tail = pieces.length;
    const least = Math.max(head, head - shift);
    while (tail > least && pieces[tail - 1] === like.pieces[tail + shift - 1]) tail -= 1;
    ids.set(like.ids.subarray(0, head));
    ids.set(like.ids.subarray(tail + shift), tail);
    for (let index = head; index < tail; index += 1) ids[index] = this.#idOf(pieces[index] ?? '');
    return { pieces, ids };
  }

  #idOf(piece: string): number {
    const known = this.#ids.get(piece);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(piece, id);
    return id;
  }

  /** How many different pieces there are. */
  get size(): number {
    return this.#ids.size;
  }
}

/** Lines with their ends, so that joined they are the text again; the last may have none. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}
