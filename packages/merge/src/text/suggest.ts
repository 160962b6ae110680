import { type Conflict, mergePieces, textOf } from './merge-text.ts';

/** Liquid's brackets, words, runs of spaces, and every other sign by itself. */
const token = /\{\{-?|-?\}\}|\{%-?|-?%\}|[\p{L}\p{N}_$]+|\s+|[^]/gu;

const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** Longer passages were rewritten; word by word they would be mixed up and not merged. Characters. */
const longest = 4000;

/**
 * What a conflict becomes when it is merged word by word. It is shown to a person and never taken by itself: words
 * that are apart may still contradict each other.
 * @returns undefined when the words are in conflict too
 */
export function suggest({ base, ours, theirs }: Conflict): string | undefined {
  if (base === '' || Math.max(base.length, ours.length, theirs.length) > longest) return undefined;
  return textOf(mergePieces(base, ours, theirs, tokensOf));
}
