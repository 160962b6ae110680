import { diff } from '@portico/merge/text/diff';
import { interned, Interner } from '@portico/merge/text/intern';

/** A piece of a text; `changed`: it isn't in the other one. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

const words = /[\p{L}\p{N}_$]+|\s+|[^]/gu;
/** A longer passage is drawn without marks: word by word nobody would read it. Characters. */
const longest = 20_000;

/** What of a text differs from what it was, word by word. */
export function marked(was: string, now: string): readonly Piece[] {
  if (now === '') return [];
  if (was === '' || was.length > longest || now.length > longest) return [{ text: now, changed: was === '' }];
  const [a, b] = [was.match(words) ?? [], now.match(words) ?? []];
  const pieces: Piece[] = [];
  let at = 0;
  const put = (to: number, changed: boolean) => {
    if (to > at) pieces.push({ text: b.slice(at, to).join(''), changed });
    at = to;
  };
  for (const { start, end } of diff(interned(a), interned(b), new Interner())) {
    put(start, false);
    put(end, true);
  }
  put(b.length, false);
  return pieces;
}
