import { overridden } from '@portico/plan/gate';
import type { Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';

/** Milliseconds between looks, longer each time: a role or a consent takes a minute or half an hour to arrive. */
const pauses = [30_000, 60_000, 120_000, 240_000];
const longest = 300_000;
/** Looks in a row without any change, about an hour; then it is up to the person. */
const enough = 14;

/** What stops a step although it was looked at, and may be mended by somebody elsewhere while nobody presses anything. */
export const stuckChecks = (step: Step, state: RunState): readonly string[] =>
  step.checks.filter((id) => {
    const check = state.checks[id];
    const found = check?.finding?.state;
    const stops = found === 'blocked' || found === 'unknown';
    return stops && !check?.running && !overridden(step, state, id);
  });

/** The pause before the next look; undefined when we have looked in vain for long enough. Milliseconds. */
export const pauseAfter = (looks: number): number | undefined =>
  looks >= enough ? undefined : (pauses[looks] ?? longest);
