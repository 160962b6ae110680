import { mergeText, textOf } from '../text/merge-text.ts';
import { mergeFiles } from './git.ts';
import type { Triple } from './triples.ts';

/** What came out of merging the same triples twice, by us and by `git merge-file`. */
export interface Comparison {
  readonly compared: number;
  readonly bothClean: number;
  readonly equal: number;
  readonly bothAsk: number;
  /** Names of those that only one of the two asks about. */
  readonly cleanByUs: readonly string[];
  readonly cleanByGit: readonly string[];
  /** Clean by both, and different. */
  readonly odd: readonly string[];
}

export function compareWithGit(triples: readonly Triple[], merge = mergeText): Comparison {
  using files = mergeFiles();
  const [cleanByUs, cleanByGit, odd]: [string[], string[], string[]] = [[], [], []];
  let [bothClean, bothAsk] = [0, 0];
  for (const { name, base, ours, theirs } of triples) {
    const mine = textOf(merge(base, ours, theirs));
    const git = files.merge(base, ours, theirs);
    if (mine === undefined && !git.clean) bothAsk += 1;
    else if (mine === undefined) cleanByGit.push(name);
    else if (!git.clean) cleanByUs.push(name);
    else {
      bothClean += 1;
      if (mine !== git.text) odd.push(name);
    }
  }
  return {
    compared: triples.length,
    bothClean,
    equal: bothClean - odd.length,
    bothAsk,
    cleanByUs,
    cleanByGit,
    odd,
  };
}
