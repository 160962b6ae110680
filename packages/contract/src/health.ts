import { type Finding, passes } from '@portico/plan/finding';
import { type Gate, operationOf, overridden } from '@portico/plan/gate';
import { type Step, stepOf } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import type { FindingFacts } from './findings.ts';
import { type CheckId, plan, type StepId } from './plan.ts';

/**
 * What rots after a set-up: the site, its trial, the maps, updates, roles. They are checks of the steps, looked at again;
 * there is no second look at the same thing. The end of a certificate isn't among them: Power Pages doesn’t let it be read.
 */
export const health = [
  'site-provisioned',
  'trial-clock',
  'site-answers',
  'maps-running',
  'dual-write-versions',
  'system-administrator',
  'read-write-access',
] as const satisfies readonly CheckId[];

/** Broken now, or going to break. */
export interface Repair {
  readonly check: CheckId;
  readonly step: StepId;
  readonly finding: Finding;
  readonly when: 'now' | 'soon';
}

/** Whoever has decided how it goes live has something that can rot; before that the steps say what is missing. */
export const isLive = ({ answers }: Pick<RunState, 'answers'>): boolean => answers['go-live'] !== undefined;

/** What needs somebody, the broken first. */
export function repairs(state: RunState): readonly Repair[] {
  if (!isLive(state)) return [];
  const found = health.flatMap((check): readonly Repair[] => {
    const finding = state.checks[check]?.finding;
    const when = finding && whenOf(check, finding);
    // Each check of the plan stands in a step of it.
    const step = stepOf(plan, 'check', check)?.id as StepId | undefined;
    return when && step ? [{ check, step: mends[check] ?? step, finding, when }] : [];
  });
  return [...found.filter(({ when }) => when === 'now'), ...found.filter(({ when }) => when === 'soon')];
}

/** Where it is mended, where that isn't the first step that holds the check. */
const mends: Partial<Record<CheckId, StepId>> = { 'site-answers': 'go-live' };

function whenOf(check: (typeof health)[number], finding: Finding): Repair['when'] | undefined {
  if (finding.state === 'blocked') return 'now';
  if (finding.state !== 'warn') return undefined;
  // A suspended site is said once, with its dates.
  if (check === 'trial-clock') {
    // Facts of this check are of this shape (findings.ts).
    const facts = finding.facts as FindingFacts['trial-clock'] | undefined;
    return facts?.clock?.suspended ? 'now' : 'soon';
  }
  return check === 'dual-write-versions' ? 'soon' : undefined;
}

/**
 * A step of a live set-up that was done, and builds on one that no longer holds: nothing of its own says no, so that other
 * one needs repair, and this one doesn't wait to be started.
 * @returns the other step's id
 */
export function undermined(step: Step, state: RunState, { reasons }: Gate): string | undefined {
  const [first] = reasons;
  if (!isLive(state) || first?.kind !== 'step' || reasons.some(({ kind }) => kind !== 'step'))
    return undefined;
  const was = operationOf(step, state)?.finished?.outcome === 'done';
  const own = [...step.checks, ...step.proof];
  const stands = (id: string) => {
    const finding = state.checks[id]?.finding;
    // Not looked at because of what is broken elsewhere.
    if (finding?.state === 'skipped') return was;
    return passes(finding) || overridden(step, state, id);
  };
  return own.length > 0 && own.every(stands) ? first.id : undefined;
}

/** When the oldest of these was read, ISO 8601; undefined until each was read once, or said what it waits for. */
export function lookedAt({ checks }: RunState): string | undefined {
  const times = health.map((check) => checks[check]?.at);
  return times.includes(undefined) ? undefined : times.map(String).toSorted()[0];
}
