import type { Envelope } from '@portico/plan/event';
import type { Detail, Finding } from '@portico/plan/finding';
import type { Gate } from '@portico/plan/gate';
import { checksOf, type Plan, type Step } from '@portico/plan/plan';
import { undermined } from '@portico/contract/health';
import type { RunState } from '@portico/plan/reduce';
import { msg, type Text, text } from '@portico/plan/text';
import { checkTitle, statusName, stepTitle } from './names.ts';

/** One check as it stands: what was found, by whom, when, and where it was read. */
export interface CheckedRow {
  readonly title: Text;
  readonly state: Finding['state'] | 'todo' | 'not-looked';
  readonly says: Text;
  readonly details: readonly Detail[];
  readonly at?: string;
  readonly by?: string;
  /** Microsoft's services that answered. */
  readonly sources: readonly string[];
  /** True when an interface without documentation was among them. */
  readonly undocumented: boolean;
}

export interface CheckedStep {
  readonly title: Text;
  readonly status: Text;
  readonly rows: readonly CheckedRow[];
}

const repair = msg({
  id: 'report.checks.undermined',
  defaultMessage: 'Done; a step before it needs repair',
});
const notLooked = msg({ id: 'report.checks.not-looked', defaultMessage: 'Not looked at yet.' });

/** Every check of the plan in its order; one nobody looked at is said too. */
export function checkedSteps(
  plan: Plan,
  state: RunState,
  gates: Readonly<Record<string, Gate>>,
  events: readonly Envelope[],
): readonly CheckedStep[] {
  const authors = new Map<string, string>();
  for (const { by, event } of events)
    if (event.type === 'check-finished') authors.set(event.check, by?.name ?? '');
  const rowOf = (id: string): CheckedRow => {
    const { finding, evidence = [], at } = state.checks[id] ?? {};
    if (!finding)
      return {
        title: checkTitle(id),
        state: 'not-looked',
        says: text(notLooked),
        details: [],
        sources: [],
        undocumented: false,
      };
    const by = authors.get(id);
    return {
      title: checkTitle(id),
      state: finding.state === 'blocked' && finding.todo ? 'todo' : finding.state,
      says: finding.says,
      details: finding.details ?? [],
      sources: [...new Set(evidence.map(({ service }) => service))],
      undocumented: evidence.some(({ standing }) => standing !== 'documented'),
      ...(at ? { at } : {}),
      ...(by ? { by } : {}),
    };
  };
  const stepOf = (step: Step): CheckedStep => ({
    title: stepTitle(step.id),
    status: statusOf(step, state, gates[step.id]),
    rows: checksOf(step).map(rowOf),
  });
  return plan.steps.filter((step) => checksOf(step).length > 0).map(stepOf);
}

const statusOf = (step: Step, state: RunState, gate: Gate | undefined): Text =>
  gate && undermined(step, state, gate) ? text(repair) : statusName(gate?.status ?? 'not-started');
