import type { Page } from '@playwright/test';
import type { Shown } from '../../tools/page-figures.ts';

/** One event as the browser timed it. */
interface Timed {
  readonly at: number;
  readonly duration: number;
  readonly interaction: number;
}

declare global {
  interface Window {
    timedEvents: Timed[];
  }
}

/** Listens from now on, on every page that this one opens. */
export async function timeInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.timedEvents = [];
    // 16 ms is the least there is: what took less is not told. TypeScript's DOM doesn't know the threshold.
    const observed: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      durationThreshold: 16,
      buffered: true,
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId)
          window.timedEvents.push({
            at: entry.startTime,
            duration: entry.duration,
            interaction: entry.interactionId,
          });
    }).observe(observed);
  });
}

/** Plays the steps of a visit and answers how long each kept the person waiting. */
export async function play(
  page: Page,
  steps: readonly (readonly [step: string, act: () => Promise<void>])[],
): Promise<readonly Shown[]> {
  const begun: [string, number][] = [];
  for (const [step, act] of steps) {
    begun.push([step, await page.evaluate(() => performance.now())]);
    await act();
    await settled(page);
  }
  const events = await page.evaluate(() => window.timedEvents);
  return begun.map(([step, from], index) => {
    const until = begun[index + 1]?.[1] ?? Infinity;
    return [step, slowest(events.filter(({ at }) => at >= from && at < until))];
  });
}

/** Two frames, and a turn in which the browser hands out what it timed. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve()))),
      ),
  );

/** An interaction is as long as its longest event: a press, its release and the click are one. */
const slowest = (events: readonly Timed[]): number => Math.max(0, ...events.map(({ duration }) => duration));
