// What the bench of the web app makes of what a browser told it.
import { percentile } from './percentile.ts';

/** A script of the first route. */
export type Script = {
  name: string;
  /** As they came over the line, compressed or not. */
  bytes: number;
  /** Asked for before anything was drawn. */
  early: boolean;
};

/** @returns bytes of the scripts before the first screen, and of those after it */
export function weightOf(scripts: readonly Script[]): { before: number; after: number } {
  const total = (early: boolean): number =>
    scripts.filter((script) => script.early === early).reduce((sum, { bytes }) => sum + bytes, 0);
  return { before: total(true), after: total(false) };
}

/** How long a step of a visit kept the person waiting, in milliseconds; 0 is less than can be measured. */
export type Shown = readonly [step: string, milliseconds: number];

/**
 * Each step by its median over the visits, so that a busy moment of the machine is not taken for a slow step.
 * @returns the slowest of them; nothing pressed at all is an error, not a fast page
 */
export function slowestOf(visits: readonly (readonly Shown[])[]): Shown {
  const names = visits[0]?.map(([step]) => step) ?? [];
  const steps = names.map((step, index): Shown => {
    const times = visits.map((shown) => shown[index]);
    if (times.some((each) => each?.[0] !== step)) throw new Error(`Not every visit came to “${step}”.`);
    return [
      step,
      percentile(
        times.map((each) => each?.[1] ?? Number.NaN),
        0.5,
      ),
    ];
  });
  const [slowest] = steps.toSorted(([, a], [, b]) => b - a);
  if (!slowest) throw new Error('Nothing was pressed.');
  return slowest;
}
