import { isTyped } from '@portico/contract/is-typed';
import { canHandOver } from '@portico/contract/hand-over';
import { type ActionId, type CheckId, mendedBy, type MendId, plan, provenBy } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Person } from '@portico/plan/event';
import { gate, holdsUpLater, operationOf } from '@portico/plan/gate';
import { type Step, stepOf } from '@portico/plan/plan';
import type { OperationState, RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import { Overtaken } from '../operations/operations.ts';

export interface StartRequest {
  readonly run: string;
  readonly action: ActionId | MendId;
  readonly driver: Driver;
  readonly key: string;
  readonly by: Person;
  /** Typed by hand. */
  readonly confirmed?: string | undefined;
}

interface Reviewed {
  readonly changes: readonly Change[];
  readonly left: Text;
  /** What has to be typed before it begins. */
  readonly confirm?: string;
  readonly guide?: Guide;
}

interface Environment {
  /** The state as it stands. */
  state(run: string): Promise<RunState>;
  /** Looks again and journals what it finds. */
  lookAgain(request: StartRequest, state: RunState, checks: readonly CheckId[]): Promise<void>;
  review(request: StartRequest, state: RunState): Promise<Reviewed>;
  /** Throws `Overtaken` when what it was decided on no longer stands. */
  start(operation: StartRequest & Reviewed & { operation: string; decidedAt: number }): Promise<void>;
  readonly now: () => Date;
}

/** Findings older than this are read anew before anything is written. Milliseconds. */
const fresh = 10 * 60_000;

/** Decisions that are overtaken in a row before it is said; two people are seldom that quick. */
const patience = 5;

/**
 * Starts an operation, or answers the one that this very request, or a double click, has started already.
 * The gate is the only judge of whether it may; the operation's id makes two racing starts one, and a start
 * that an answer or another start overtakes is decided anew.
 */
export async function startAction(environment: Environment, request: StartRequest): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await decide(environment, request);
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === patience) throw error;
    }
  }
}

async function decide(environment: Environment, request: StartRequest): Promise<string> {
  const step = stepOf(plan, 'action', request.action);
  if (!step) throw new Problem('not-found');
  let state = await environment.state(request.run);
  const operations = Object.values(state.operations);
  const asked = operations.find(({ key }) => key === request.key);
  if (asked) return asked.id;
  const mended = mendedBy(request.action);
  const running = mended
    ? operations.findLast(({ action }) => action === request.action)
    : operationOf(step, state);
  if (running && !running.finished) return sameOrRefused(running, request);
  const old = environment.now().getTime() - fresh;
  const decisive = mended
    ? [mended]
    : isLater(step, request) && !completes(step, request)
      ? provenBy[request.action]
      : step.checks;
  const stale = decisive.filter((id) => new Date(state.checks[id]?.at ?? 0).getTime() < old);
  if (stale.length > 0) {
    // The plan's check ids are the contract's: the kernel only knows them as strings.
    await environment.lookAgain(request, state, stale as CheckId[]);
    state = await environment.state(request.run);
  }
  if (mended) refuseUnlessBroken(request, state, mended);
  else refuseUnlessOpen(state, step, request);
  const operation = `${request.run}.${request.action}.${operations.length + 1}`;
  const reviewed = await environment.review(request, state).catch(async (error: unknown) => {
    const { answers } = await environment.state(request.run);
    // It looked with answers that were given after the gate was asked.
    throw JSON.stringify(answers) === JSON.stringify(state.answers) ? error : new Overtaken();
  });
  refuseUnlessTyped(request, reviewed);
  await environment.start({ ...request, ...reviewed, operation, decidedAt: state.seq });
  // It may be somebody else's, who asked at the same moment.
  const begun = (await environment.state(request.run)).operations[operation];
  return begun ? sameOrRefused(begun, request) : operation;
}

// Every action that mends no check and is in `later` is one of the plan's.
const isLater = (step: Step, request: StartRequest): request is StartRequest & { action: ActionId } =>
  step.later.includes(request.action);

const completes = (step: Step, { action }: StartRequest): boolean => step.actions.includes(action);

function refuseUnlessOpen(state: RunState, step: Step, request: StartRequest): void {
  const all = gate(plan, state)[step.id]?.reasons ?? [];
  const reasons = all.filter(
    (reason) =>
      !isLater(step, request) ||
      holdsUpLater(reason) ||
      // One that completes its step too still needs what the step needs itself.
      (completes(step, request) && reason.kind === 'check'),
  );
  if (reasons.length > 0)
    throw new Problem('gate-closed', {
      values: { missing: reasons.map(({ kind, id }) => `${kind} ${id}`).join(', ') },
    });
}

/** Whatever else is missing: what another person can mend may be mended at any time, and by nobody but a person. */
function refuseUnlessBroken({ driver }: StartRequest, { checks }: RunState, check: CheckId): void {
  if (driver !== 'guided' || !canHandOver(checks[check]?.finding)) throw new Problem('nothing-to-hand-over');
}

/** Whoever asks, and by whatever: what the dry run names was typed. */
function refuseUnlessTyped({ confirmed }: StartRequest, { confirm }: Reviewed): void {
  if (confirm !== undefined && !isTyped(confirm, confirmed))
    throw new Problem('not-confirmed', { values: { typed: confirm } });
}

/** A double click means the operation that runs; another way of doing it means something else. */
function sameOrRefused({ id, action, driver }: OperationState, request: StartRequest): string {
  if (action === request.action && driver === request.driver) return id;
  throw new Problem('already-running', { values: { operation: id } });
}
