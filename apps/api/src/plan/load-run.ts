import { asOf } from '@portico/contract/as-of';
import { Problem } from '@portico/contract/problems';
import { plan } from '@portico/contract/plan';
import type { Envelope } from '@portico/plan/event';
import { emptyRun, reduce, type RunState } from '@portico/plan/reduce';
import type { Journal } from '../journal/journal.ts';
import type { Run, Runs } from '../store/runs.ts';

export interface LoadedRun {
  readonly run: Run;
  readonly state: RunState;
}

/** A run of this tenant as it stands. Unknown and foreign ids are the same `not-found`. */
export async function loadRun(runs: Runs, journal: Journal, tenant: string, id: string): Promise<LoadedRun> {
  const run = await runs.find(tenant, id);
  if (!run) throw new Problem('not-found');
  return { run, state: await stateOf(journal, id) };
}

export async function stateOf(journal: Journal, run: string): Promise<RunState> {
  return stateOfEvents(await journal.read(run, 0), journal.now());
}

/** What the events of a run come to at a time. */
export const stateOfEvents = (events: readonly Envelope[], now: Date): RunState =>
  asOf(
    events.reduce((state, envelope) => reduce(plan, state, envelope), emptyRun),
    now.toISOString(),
  );
