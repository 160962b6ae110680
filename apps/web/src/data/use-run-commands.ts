import type { StepId } from '@portico/contract/plan';
import type { Driver } from '@portico/plan/action';
import type { RunState } from '@portico/plan/reduce';
import { withWaiting } from './mended-along.ts';
import { useCommand } from './use-command.ts';
import { useWorkspace } from './workspace.ts';

/** Another attempt after a finished one is a new intent; pressing twice is not. */
const attempts = (state: RunState, action: string) =>
  Object.values(state.operations).filter((operation) => operation.action === action && operation.finished)
    .length;

/** What a person can tell a run to do. */
export function useRunCommands(run: string, stateNow: () => RunState) {
  const { api, intents } = useWorkspace();
  const begin = (action: string, driver: Driver, confirmed?: string) => {
    const key = intents.keyOf(`${run}.${action}.${driver}.${attempts(stateNow(), action)}`);
    return api.startAction({ run, action, body: { driver, key, confirmed } });
  };
  return {
    begin,
    answer: useCommand((step: StepId, body: unknown) => api.answerStep({ run, step, body })),
    check: useCommand((body: { step?: StepId; checks?: string[] }) => api.runChecks({ run, body })),
    start: useCommand(begin),
    override: useCommand(async (check: string, given: { reason: string; days: number; found: string }) => {
      await api.overrideCheck({ run, check, body: given });
      // What waited for this check is looked at now.
      const waiting = withWaiting(stateNow(), [check]).filter((id) => id !== check);
      await api.runChecks({ run, body: { checks: waiting } });
    }),
    withdraw: useCommand((check: string) => api.withdrawOverride({ run, check })),
    nudge: useCommand((operation: string) => api.nudgeOperation({ run, operation })),
    cancel: useCommand((operation: string) => api.cancelOperation({ run, operation })),
  };
}

export type RunCommands = ReturnType<typeof useRunCommands>;
