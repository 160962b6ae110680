import type { askAnonymously } from './ask-anonymously.ts';

interface Tokens {
  readonly dead: readonly string[];
  /** One that works: its near misses are asked, it isn't. */
  readonly live: string;
  readonly guess: () => string;
}

const rounds = 400;

/**
 * How well links that exist, or nearly do, can be told from ones that don't by the time of their answer: of 100
 * pairs of one of each, in how many the slower one is the same kind, in the worst case. Both kinds are asked in
 * turn, so that what else the machine does meets both.
 */
export async function toldApart(
  ask: ReturnType<typeof askAnonymously>,
  { dead, live, guess }: Tokens,
): Promise<number> {
  const near = (round: number) => live.slice(0, -1 - (round % 3)) + 'AAA'.slice(0, 1 + (round % 3));
  const kinds = [(round: number) => dead[round % dead.length] ?? '', near];
  let worst = 50;
  for (const kind of kinds) {
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const isKnown of round % 2 === 0 ? [true, false] : [false, true]) {
        const { took } = await ask(JSON.stringify({ token: isKnown ? kind(round) : guess() }));
        (isKnown ? known : unknown).push(took);
      }
    const slower = 100 * share(known, unknown);
    worst = Math.max(worst, slower, 100 - slower);
  }
  return worst;
}

/** The share of pairs in which the one of `these` is greater (Mann and Whitney); half of the ties. */
export function share(these: readonly number[], those: readonly number[]): number {
  const sorted = those.toSorted((a, b) => a - b);
  const below = (value: number, including: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const less = including ? (sorted[middle] ?? 0) <= value : (sorted[middle] ?? 0) < value;
      if (less) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = these.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (these.length * those.length);
}
