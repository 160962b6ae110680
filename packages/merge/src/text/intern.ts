/** A text in pieces, with a number for each that was asked for; 0 is none yet. */
export interface Interned {
  readonly pieces: readonly string[];
  readonly ids: Int32Array;
}

export const interned = (pieces: readonly string[]): Interned => ({
  pieces,
  ids: new Int32Array(pieces.length),
});

/** Gives pieces numbers from 1 on, equal ones the same, so that what compares them often compares integers. */
export class Interner {
  readonly #ids = new Map<string, number>();

  /** Numbers some of the pieces. Most of a text is never asked for, and looking up is half of the work of a merge. */
  number({ pieces, ids }: Interned, from: number, to: number): void {
    for (let index = from; index < to; index += 1)
      if (ids[index] === 0) ids[index] = this.#idOf(pieces[index] ?? '');
  }

  #idOf(piece: string): number {
    const known = this.#ids.get(piece);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(piece, id);
    return id;
  }

  /** The highest number. */
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
