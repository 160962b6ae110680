import { type ActionId, type CheckId, plan } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Person } from '@portico/plan/event';
import { gate, operationOf } from '@portico/plan/gate';
import { stepOf } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';

export interface StartRequest {
  readonly run: string;
  readonly action: ActionId;
  readonly driver: Driver;
  readonly key: string;
  readonly by: Person;
}

interface Reviewed {
  readonly changes: readonly Change[];
  readonly left: Text;
  readonly guide?: Guide;
}

interface Environment {
  /** The state as it stands. */
  state(run: string): Promise<RunState>;
  /** Looks again and journals what it finds. */
  lookAgain(request: StartRequest, state: RunState, checks: readonly CheckId[]): Promise<void>;
  review(request: StartRequest, state: RunState): Promise<Reviewed>;
  start(operation: StartRequest & Reviewed & { operation: string }): Promise<void>;
  readonly now: () => Date;
}

/** Findings older than this are read anew before anything is written. Milliseconds. */
const fresh = 10 * 60_000;

/**
 * Starts an operation, or answers the one that this very request, or a double click, has started already.
 * The gate is the only judge of whether it may; the operation's id makes two racing starts one.
 */
export async function startAction(environment: Environment, request: StartRequest): Promise<string> {
  const step = stepOf(plan, 'action', request.action);
  if (!step) throw new Problem('not-found');
  let state = await environment.state(request.run);
  const operations = Object.values(state.operations);
  const asked = operations.find(({ key }) => key === request.key);
  if (asked) return asked.id;
  const running = operationOf(step, state);
  if (running && !running.finished) {
    if (running.action === request.action && running.driver === request.driver) return running.id;
    throw new Problem('already-running', { values: { operation: running.id } });
  }
  const old = environment.now().getTime() - fresh;
  const stale = step.checks.filter((id) => new Date(state.checks[id]?.at ?? 0).getTime() < old);
  if (stale.length > 0) {
    // The plan's check ids are the contract's: the kernel only knows them as strings.
    await environment.lookAgain(request, state, stale as CheckId[]);
    state = await environment.state(request.run);
  }
  const { reasons } = gate(plan, state)[step.id] ?? { reasons: [] };
  if (reasons.length > 0)
    throw new Problem('gate-closed', {
      values: { missing: reasons.map(({ kind, id }) => `${kind} ${id}`).join(', ') },
    });
  const operation = `${request.run}.${request.action}.${operations.length + 1}`;
  await environment.start({ ...request, operation, ...(await environment.review(request, state)) });
  return operation;
}
