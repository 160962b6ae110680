import {
  type ActionId,
  type CheckId,
  informing,
  mendedBy,
  type MendId,
  plan,
  type StepId,
} from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Person, RunEvent } from '@portico/plan/event';
import { passes } from '@portico/plan/finding';
import { overridden } from '@portico/plan/gate';
import { checksOf } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { type Text, text } from '@portico/plan/text';
import { actions } from '../actions/index.ts';
import { checks } from '../checks/index.ts';
import { canonical } from '../journal/canonical.ts';
import type { Journal } from '../journal/journal.ts';
import type { Runs } from '../store/runs.ts';
import type { Reach, Targets } from '../targets/targets.ts';
import { loadRun } from './load-run.ts';
import { mendLeft } from './mend.ts';
import { type Looked, runChecks } from './run-checks.ts';
import { type Places, taskOf } from './task.ts';

export interface Wizard {
  targets(reach: Reach): Targets;
  /** Looks at some checks of a run; findings go to the journal, and are answered too. */
  look(run: string, by: Person, which: Which): Promise<ReadonlyMap<CheckId, Looked>>;
  /** The dry run of an action. */
  review(run: string, by: Person, action: ActionId | MendId): Promise<Review>;
  /**
   * Whether somebody could go on with what another person began: has the rights and may have the tokens, looked
   * at now and told nobody. What the world must be like was checked at the start, and has changed since.
   */
  fits(
    run: string,
    by: Person,
    begun: { readonly action: ActionId; readonly driver: Driver },
  ): Promise<boolean>;
}

export interface Which {
  readonly step?: StepId;
  readonly checks?: readonly string[];
  readonly patience?: Reach['patience'];
  /** Whose look it is, where that isn't a request: an operation's own. */
  readonly signal?: AbortSignal;
  /** Journals nothing but another "no" than the one that is known: for who looks again and again. */
  readonly quietly?: true;
  /** Journals only what could be seen: nobody waits for it, and an older answer is better than none. */
  readonly seen?: true;
}

export interface Review {
  readonly changes: readonly Change[];
  readonly guide: Guide;
  /** What stays behind when it is cancelled. */
  readonly left: Text;
  /** What has to be typed before it begins. */
  readonly confirm?: string;
  readonly automatic: {
    readonly available: boolean;
    readonly undocumented?: true;
    readonly problem?: { readonly code: string };
  };
}

interface Means {
  readonly runs: Runs;
  readonly journal: Journal;
  readonly targets: (reach: Reach) => Targets;
  readonly places: Places;
  readonly now: () => Date;
  readonly bug: (error: unknown, check: string) => void;
}

/** The step whose checks are about who asks. */
const access = plan.steps.find(({ id }) => id === 'access') ?? plan.steps[1];

/** The plan, its checks and its actions, applied to the runs of this store. */
export function createWizard({ runs, journal, targets, places, now, bug }: Means): Wizard {
  const reach = (
    run: string,
    state: RunState,
    by: Person,
    more: Pick<Reach, 'patience' | 'evidence' | 'signal'> & { memo?: object },
  ) =>
    targets({
      run,
      person: by,
      // Parsed by their schemas before they were journalled.
      answers: state.answers,
      choices: state.choices,
      operations: state.operations,
      ...more,
    });

  const wizard: Wizard = {
    targets,
    async look(run, by, { patience = 'interactive', quietly, seen, signal, ...which }) {
      const { state } = await loadRun(runs, journal, by.tenant, run);
      const ids = checkIds(which, state);
      const memo = {};
      return runChecks(
        { checks, journal, now, bug },
        {
          run,
          by,
          state,
          ids,
          targets: (evidence) =>
            reach(run, state, by, { patience, evidence, memo, ...(signal ? { signal } : {}) }),
          ...(signal ? { signal } : {}),
          ...(quietly ? { news: (event) => isAnotherNo(event, state) } : {}),
          ...(seen ? { news: wasSeen } : {}),
        },
      );
    },
    async review(run, by, action) {
      const { state } = await loadRun(runs, journal, by.tenant, run);
      const check = mendedBy(action);
      if (check) {
        const { guide } = taskOf(check, state.checks[check]?.finding, places, by.tenant);
        const automatic = { available: false, problem: { code: 'token-refused' } };
        return { changes: [], guide, left: text(mendLeft), automatic };
      }
      const reached = reach(run, state, by, { patience: 'interactive', evidence: () => undefined, memo: {} });
      // Every action that mends no check stands in the registry.
      const { byHand = 'token-refused', changes, confirm, drivers, left } = actions[action as ActionId];
      const { automatic } = drivers;
      const [list, typed, guide, lack] = await Promise.all([
        changes(reached),
        confirm?.(reached),
        drivers.guided.guide(reached),
        automatic?.lacks?.(reached),
      ]);
      const code = automatic ? lack : byHand;
      return {
        changes: list,
        guide,
        left: text(left),
        ...(typed === undefined ? {} : { confirm: typed }),
        automatic: {
          available: code === undefined,
          ...(automatic?.undocumented ? { undocumented: true } : {}),
          ...(code === undefined ? {} : { problem: { code } }),
        },
      };
    },
    async fits(run, by, { action, driver }) {
      const { state } = await loadRun(runs, journal, by.tenant, run);
      const memo = {};
      const looked = await runChecks(
        { checks, journal: { append: async () => [] }, now, bug },
        {
          run,
          by,
          state,
          ids: access.checks,
          targets: (evidence) => reach(run, state, by, { patience: 'interactive', evidence, memo }),
        },
      );
      // What this set-up has decided to go on without, it does without whoever goes on.
      const lacks = [...looked].some(
        ([id, { finding }]) => !passes(finding) && !overridden(access, state, id),
      );
      if (lacks) return false;
      try {
        const { automatic } = await wizard.review(run, by, action);
        return driver === 'guided' || automatic.available;
      } catch (error) {
        if (error instanceof Problem) return false;
        throw error;
      }
    },
  };
  return wizard;
}

const wasSeen = (event: RunEvent): boolean =>
  event.type === 'check-finished' && event.finding.state !== 'unknown';

function isAnotherNo(event: RunEvent, { checks: known }: RunState): boolean {
  if (event.type !== 'check-finished' || event.finding.state !== 'blocked') return false;
  const before = known[event.check]?.finding;
  // The store keeps an order of members of its own.
  return !before || canonical(before) !== canonical(event.finding);
}

/** What to look at: a step's checks, named ones, or all whose step has what it asks for. */
function checkIds(
  { step, checks: named }: Pick<Which, 'step' | 'checks'>,
  state: RunState,
): readonly CheckId[] {
  const unknown = named?.find((id) => !Object.hasOwn(checks, id));
  if (unknown !== undefined) throw new Problem('not-found', { values: { check: unknown } });
  // Just looked up, each of them.
  if (named) return named as readonly CheckId[];
  const decided = (id: string) =>
    plan.steps.some((each) => each.id === id && (!each.asks || state.answers[id] !== undefined));
  const steps = plan.steps.filter((each) => (step ? each.id === step : true));
  return steps.flatMap((each): readonly CheckId[] => {
    const follows = each.after.every(decided);
    if (each.asks ? decided(each.id) : step || follows) return checksOf(each) as readonly CheckId[];
    return follows && informing.includes(each.id) ? [...each.checks, ...each.advice] : [];
  });
}
