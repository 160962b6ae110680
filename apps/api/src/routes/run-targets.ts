import type { Context } from '../context.ts';
import { loadRun } from '../plan/load-run.ts';
import { type Call, personOf } from './call.ts';

/** What a route reaches on behalf of who calls it, in the environments of one run of theirs. */
export const runTargets =
  ({ runs, journal, wizard }: Pick<Context, 'runs' | 'journal' | 'wizard'>) =>
  async (call: Call, id: string) => {
    const person = personOf(call);
    const { run, state } = await loadRun(runs, journal, person.tenant, id);
    const targets = wizard.targets({
      person,
      run: run.id,
      // Parsed by their schemas before they were journalled.
      answers: state.answers,
      choices: state.choices,
      operations: state.operations,
      patience: 'interactive',
      evidence: () => undefined,
    });
    return { person, run, state, targets };
  };
