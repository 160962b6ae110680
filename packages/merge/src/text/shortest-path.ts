// Where two sequences part, with the fewest insertions and deletions: E. W. Myers, "An O(ND) Difference Algorithm
// and Its Variations", Algorithmica 1 (1986), section 4b, in linear space. An index into a typed array is checked by
// the loops around it; `as number` says so to the compiler, which can't know.

/** What was found: 1 for each element of the first that is gone, and of the second that is new. */
export interface Marks {
  readonly gone: Uint8Array;
  readonly come: Uint8Array;
}

/** No path leads here: forwards, and backwards. */
const [dead, never] = [-2, 0x3fffffff];

/**
 * From this cost on the way that leads farthest is taken instead of the best one. Rewritten files would cost the
 * square of their length; where they part is of no use to anybody.
 */
const costly = 256;

/** Marks what differs between a and b. */
export function markDifferences(a: Int32Array, b: Int32Array, marks: Marks): void {
  const offset = b.length + 2;
  const forward = new Int32Array(a.length + b.length + 5);
  const backward = new Int32Array(a.length + b.length + 5);
  const bound = Math.max(costly, Math.ceil(Math.sqrt(a.length + b.length)));
  // A stack of boxes instead of calls: x from, x to, y from, y to.
  const boxes = [0, a.length, 0, b.length];
  while (boxes.length > 0) {
    let [x0, x1, y0, y1] = boxes.splice(-4) as [number, number, number, number]; // pushed by fours
    while (x0 < x1 && y0 < y1 && a[x0] === b[y0]) [x0, y0] = [x0 + 1, y0 + 1];
    while (x0 < x1 && y0 < y1 && a[x1 - 1] === b[y1 - 1]) [x1, y1] = [x1 - 1, y1 - 1];
    if (x0 === x1) marks.come.fill(1, y0, y1);
    else if (y0 === y1) marks.gone.fill(1, x0, x1);
    else {
      const [x, y] = meet(x0, x1, y0, y1);
      boxes.push(x0, x, y0, y, x, x1, y, y1);
    }
  }

  /** A point on a shortest path through the box, neither its first nor its last corner. */
  function meet(x0: number, x1: number, y0: number, y1: number): readonly [number, number] {
    const [n, m] = [x1 - x0, y1 - y0];
    const delta = n - m;
    forward[offset + 1] = 0;
    forward[offset - 1] = dead;
    backward[offset + delta - 1] = n;
    backward[offset + delta + 1] = never;
    for (let d = 0; ; d += 1) {
      if (d > 0) {
        forward[offset + d + 1] = forward[offset - d - 1] = dead;
        if (delta + d + 1 <= n + 1) backward[offset + delta + d + 1] = never;
        if (delta - d - 1 >= -m - 1) backward[offset + delta - d - 1] = never;
      }
      const low = -d < -m ? -m + ((d - m) & 1) : -d;
      const high = d > n ? n - ((d - n) & 1) : d;
      for (let k = low; k <= high; k += 2) {
        const left = forward[offset + k - 1] as number;
        const above = forward[offset + k + 1] as number;
        const right = left >= 0 && left < n ? left + 1 : dead;
        const down = above >= 0 && above - k <= m ? above : dead;
        let x = Math.max(right, down);
        if (x >= 0) while (x < n && x - k < m && a[x0 + x] === b[y0 + x - k]) x += 1;
        forward[offset + k] = x;
        const met = x >= 0 && (delta & 1) !== 0 && Math.abs(k - delta) < d;
        if (met && x >= (backward[offset + k] as number)) return [x0 + x, y0 + x - k];
      }
      const lowest = delta - d < -m ? -m + ((d - delta - m) & 1) : delta - d;
      const highest = delta + d > n ? n - ((d + delta - n) & 1) : delta + d;
      for (let k = lowest; k <= highest; k += 2) {
        const right = backward[offset + k + 1] as number;
        const below = backward[offset + k - 1] as number;
        const left = right > 0 && right < never ? right - 1 : never;
        const up = below < never && below - k >= 0 ? below : never;
        let x = Math.min(left, up);
        if (x < never) while (x > 0 && x - k > 0 && a[x0 + x - 1] === b[y0 + x - k - 1]) x -= 1;
        backward[offset + k] = x;
        const met = x < never && (delta & 1) === 0 && Math.abs(k) <= d;
        if (met && x <= (forward[offset + k] as number)) return [x0 + x, y0 + x - k];
      }
      if (d >= bound) {
        const [x, y] = farthest(low, high);
        return [x0 + x, y0 + y];
      }
    }
  }

  function farthest(low: number, high: number): readonly [number, number] {
    let [best, at] = [-1, low];
    for (let k = low; k <= high; k += 2) {
      const x = forward[offset + k] as number;
      if (x >= 0 && x + x - k > best) [best, at] = [x + x - k, k];
    }
    const x = forward[offset + at] as number;
    return [x, x - at];
  }
}
