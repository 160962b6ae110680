import { plan } from '@portico/contract/plan';
import type { Envelope } from '@portico/plan/event';
import { passes } from '@portico/plan/finding';
import { gate } from '@portico/plan/gate';
import { progress } from '@portico/contract/progress';
import type { RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import {
  type ChangedSystem,
  changedSystems,
  type PerformedOperation,
  performedOperations,
} from './changes-made.ts';
import { type CheckedStep, checkedSteps } from './checked-steps.ts';
import { cloudOf } from './clouds.ts';
import { type Decision, decisions } from './decisions.ts';
import { type FoundFacts, foundFacts } from './found-facts.ts';
import { type HandedOver, handedOver } from './handed-over.ts';
import { type OpenItem, openItems } from './open-items.ts';
import { type OverrideGiven, overridesGiven } from './overrides-given.ts';
import { type SeenCalls, seenCalls } from './seen-calls.ts';
import { type Undoing, undoings } from './undoings.ts';

/** What a report says, before it has a language or a layout. */
export interface ReportModel {
  readonly title: string;
  readonly id: string;
  readonly cloud: { readonly name: string; readonly rehearsal: boolean };
  readonly madeAt: string;
  readonly begun?: { readonly at: string; readonly by: string };
  /** Everybody who did something, in the order of their first act. */
  readonly people: readonly string[];
  readonly progress: { readonly done: number; readonly total: number };
  readonly found: FoundFacts;
  /** The site is in Microsoft's list, ready. */
  readonly siteReady: boolean;
  readonly siteAnswers?: { readonly says: Text; readonly at: string };
  readonly open: readonly OpenItem[];
  readonly overrides: readonly OverrideGiven[];
  readonly decisions: readonly Decision[];
  readonly steps: readonly CheckedStep[];
  readonly systems: readonly ChangedSystem[];
  readonly operations: readonly PerformedOperation[];
  readonly undoings: readonly Undoing[];
  readonly handOffs: readonly HandedOver[];
  readonly seen: SeenCalls;
  /** `broken`: the first number at which the chain doesn't hold; undefined when it does. */
  readonly journal: { readonly seq: number; readonly hash: string; readonly broken: number | undefined };
}

export interface ReportInput {
  readonly run: { readonly id: string; readonly title: string };
  readonly state: RunState;
  readonly events: readonly Envelope[];
  readonly broken: number | undefined;
  readonly now: Date;
}

/** Pure: the same events give the same report, whatever they hold. */
export function reportModel({ run, state, events, broken, now }: ReportInput): ReportModel {
  const gates = gate(plan, state);
  const found = foundFacts(state);
  const created = events.find(({ event }) => event.type === 'run-created');
  const answer = state.checks['site-answers'];
  const { done, total } = progress(plan, gates);
  return {
    title: run.title,
    id: run.id,
    cloud: cloudOf(state.cloud),
    madeAt: now.toISOString(),
    people: [...new Set(events.flatMap(({ by }) => (by ? [by.name] : [])))],
    progress: { done, total },
    found,
    siteReady: passes(state.checks['site-provisioned']?.finding),
    open: openItems(plan, state, gates, found),
    overrides: overridesGiven(state, events),
    decisions: decisions(plan, state, events, found),
    steps: checkedSteps(plan, state, gates, events),
    systems: changedSystems(state),
    operations: performedOperations(state, events),
    undoings: undoings(state),
    handOffs: handedOver(state),
    seen: seenCalls(events),
    journal: { seq: events.at(-1)?.seq ?? 0, hash: events.at(-1)?.hash ?? '', broken },
    ...(created ? { begun: { at: created.at, by: created.by?.name ?? '' } } : {}),
    ...(answer?.finding && answer.at ? { siteAnswers: { says: answer.finding.says, at: answer.at } } : {}),
  };
}
