/** A text as numbers: equal pieces have the same number, in every text of the same table. */
export interface Interned {
  readonly pieces: readonly string[];
  readonly ids: Int32Array;
}

/** Gives each piece a number, so that what compares them afterwards compares integers only. */
export class Interner {
  readonly #ids = new Map<string, number>();

  intern(pieces: readonly string[]): Interned {
    const ids = new Int32Array(pieces.length);
    for (const [index, piece] of pieces.entries()) {
      let id = this.#ids.get(piece);
      if (id === undefined) this.#ids.set(piece, (id = this.#ids.size));
      ids[index] = id;
    }
    return { pieces, ids };
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
