import { plan } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Person } from '@portico/plan/event';
import { passes } from '@portico/plan/finding';
import { stepOf } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { eventsSince } from '../journal/events-since.ts';
import type { Journal } from '../journal/journal.ts';

export interface OverrideRequest {
  readonly run: string;
  readonly check: string;
  readonly by: Person;
  readonly reason: string;
  readonly days: number;
  /** ISO 8601: when what was decided on was found. */
  readonly found: string;
}

const day = 24 * 60 * 60_000;

/**
 * Lets a soft check be passed for a while, by somebody's word and name. It is given for what was found at that
 * time: what is found now must be the same, and another finding later voids it (see `reduce`).
 * @returns ISO 8601, when it ends
 */
export async function overrideCheck(
  journal: Journal,
  state: RunState,
  { run, check, by, reason, days, found }: OverrideRequest,
): Promise<string> {
  const step = stepOf(plan, 'check', check);
  if (!step) throw new Problem('not-found');
  const soft: readonly string[] = step.soft;
  if (!soft.includes(check)) throw new Problem('not-overridable');
  const seen = state.checks[check];
  if (seen?.at !== found || passes(seen.finding)) throw new Problem('finding-changed');
  const until = new Date(journal.now().getTime() + days * day).toISOString();
  const event = { type: 'override', check, given: { reason, until } } as const;
  await journal.append(run, by, [event], undefined, async (tx) => {
    const since = await eventsSince(tx, run, state.seq);
    const moved = since.some(
      (each) => each.type === 'answered' || (each.type === 'check-finished' && each.check === check),
    );
    if (moved) throw new Problem('finding-changed');
  });
  return until;
}
