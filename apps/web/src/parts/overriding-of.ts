import { passes } from '@portico/plan/finding';
import type { Overriding } from './check-override.tsx';
import type { StepModel } from './step-model.ts';
import { isTodo } from './todos.ts';

/** What may be decided about a check: nothing, unless it is soft, was looked at, and doesn't pass. */
export function overridingOf(model: StepModel, check: string): Overriding | undefined {
  const { step, state, override, withdraw } = model;
  const soft: readonly string[] = step.soft;
  const { finding, at } = state.checks[check] ?? {};
  if (!soft.includes(check) || !finding || !at || passes(finding) || finding.state === 'skipped')
    return undefined;
  return {
    override: state.overrides[check],
    todo: isTodo(finding),
    busy: override.busy || withdraw.busy,
    give: (reason, days) => override.run(check, { reason, days, found: at }),
    withdraw: () => withdraw.run(check),
  };
}
