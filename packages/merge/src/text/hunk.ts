/** What was replaced: `[from, to)` of the first sequence became `[start, end)` of the second. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}
