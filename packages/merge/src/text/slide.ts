import type { Hunk } from './hunk.ts';

/**
 * Puts hunks that could stand at several places where everybody expects them: an insertion or deletion among equal
 * lines joins a neighbour that it can reach, and else stands as low as it can. Both sides of a merge are put by the
 * same rule; without it the same change, seen at two places, would be made twice.
 */
export function slide(hunks: readonly Hunk[], a: readonly string[], b: readonly string[]): Hunk[] {
  const done: Hunk[] = [];
  const waiting = hunks.toReversed();
  for (let hunk = waiting.pop(); hunk; hunk = waiting.pop()) {
    const slider = sliderOf(hunk, a, b);
    if (!slider) {
      done.push(hunk);
      continue;
    }
    const [previous, next] = [done.at(-1), waiting.at(-1)];
    const up = reach(slider, -1, hunk.from - (previous?.to ?? 0));
    const down = reach(slider, 1, (next?.from ?? a.length) - hunk.to);
    if (next && hunk.to + down === next.from) waiting.splice(-1, 1, join(moved(hunk, down), next));
    else if (previous && hunk.from - up === previous.to)
      waiting.push(join(done.pop() ?? previous, moved(hunk, -up)));
    else done.push(moved(hunk, down));
  }
  return done;
}

interface Slider {
  readonly pieces: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** What a pure insertion or deletion is made of; a replacement stays where it is. */
function sliderOf(
  { from, to, start, end }: Hunk,
  a: readonly string[],
  b: readonly string[],
): Slider | undefined {
  if (from === to) return { pieces: b, first: start, last: end - 1 };
  return start === end ? { pieces: a, first: from, last: to - 1 } : undefined;
}

/** How far it can go: each step takes an equal element in at one end and leaves one at the other. */
function reach({ pieces, first, last }: Slider, by: 1 | -1, most: number): number {
  let steps = 0;
  if (by < 0) while (steps < most && pieces[first - steps - 1] === pieces[last - steps]) steps += 1;
  else while (steps < most && pieces[last + steps + 1] === pieces[first + steps]) steps += 1;
  return steps;
}

const moved = ({ from, to, start, end }: Hunk, by: number): Hunk => ({
  from: from + by,
  to: to + by,
  start: start + by,
  end: end + by,
});

const join = (one: Hunk, next: Hunk): Hunk => ({
  from: one.from,
  to: next.to,
  start: one.start,
  end: next.end,
});
