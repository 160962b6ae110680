import { plan } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { routes } from '@portico/contract/routes';
import { keyOfChoice } from '@portico/contract/update';
import type { Handlers } from '@portico/http/mount';
import type { RunState } from '@portico/plan/reduce';
import type { Context } from '../context.ts';
import { eventsSince } from '../journal/events-since.ts';
import { loadRun } from '../plan/load-run.ts';
import { overviewOf, planOf } from '../site-config/overview.ts';
import { previewOf } from '../site-config/preview.ts';
import { planFile } from '../site-config/plan-file.ts';
import { updateOf } from '../site-config/read-sites.ts';
import { recordDetail } from '../site-config/record-detail.ts';
import { type Call, personOf } from './call.ts';
import { runTargets } from './run-targets.ts';

type UpdateHandlers = Pick<
  Handlers<typeof routes, Call>,
  'chooseInStep' | 'getUpdate' | 'getUpdateRecord' | 'previewUpdateRecord' | 'getUpdatePlan'
>;

/** What writes by these decisions: while it is under way, they stand. */
const own: ReadonlySet<string> = new Set(
  plan.steps.flatMap((step): readonly string[] =>
    step.id === 'update' ? [...step.actions, ...step.later] : [],
  ),
);

export const isWriting = ({ operations }: Pick<RunState, 'operations'>): boolean =>
  Object.values(operations).some(({ action, finished }) => !finished && own.has(action));

export const updateHandlers = (context: Context): UpdateHandlers => {
  const { runs, journal } = context;
  const reach = runTargets(context);
  /** The update of a run by what was read last; nothing is asked of Microsoft. */
  const merged = async (call: Call, id: string) => {
    const { run, targets } = await reach(call, id);
    const merging = await updateOf(targets);
    if (!merging) throw new Problem('answers-missing', { values: { step: 'update' } });
    return { merging, title: run.title, targets };
  };

  return {
    chooseInStep: async ({ params, body, context: call }) => {
      const by = personOf(call);
      const { run, state } = await loadRun(runs, journal, by.tenant, params.run);
      if (params.step !== 'update') throw new Problem('not-found');
      const key = keyOfChoice(body.choice);
      if (isWriting(state)) throw new Problem('answers-locked');
      refuseOverwriting(state.choices[key], body.seen);
      const choice = body.withdraw ? {} : { choice: body.choice };
      const event = { type: 'chosen', step: params.step, key, ...choice } as const;
      // Somebody may have decided the same since we looked, or have begun to write.
      const added = await journal.append(run.id, by, async (tx) => {
        for (const since of await eventsSince(tx, run.id, state.seq)) {
          if (since.type === 'chosen' && since.key === key)
            throw new Problem('chosen-meanwhile', { values: { name: '' } });
          if (since.type === 'operation-started' && own.has(since.action))
            throw new Problem('answers-locked');
        }
        return [event];
      });
      return { seq: added.at(-1)?.seq ?? state.seq };
    },
    getUpdate: async ({ params, context: call }) => overviewOf((await merged(call, params.run)).merging),
    getUpdateRecord: async ({ params, context: call }) =>
      recordDetail((await merged(call, params.run)).merging, params.record),
    previewUpdateRecord: async ({ params, context: call }) => {
      const { merging, targets } = await merged(call, params.run);
      return previewOf(merging, params.record, targets.now());
    },
    getUpdatePlan: async ({ params, context: call }) => {
      const { merging, title, targets } = await merged(call, params.run);
      const plan = planOf(merging);
      if (!plan) throw new Problem('update-undecided');
      // Once it is written, the plan is the one that was: by it somebody can put things back.
      const last = plan.writes.length === 0 ? await targets.archive.latest('update') : undefined;
      return planFile(title, merging, last?.content.plan ?? plan);
    },
  };
};

/** Who decides has seen the decision that this one takes the place of. */
function refuseOverwriting(
  before: { readonly seq: number; readonly by: { readonly name: string } | null } | undefined,
  seen: number,
): void {
  if ((before?.seq ?? 0) !== seen)
    throw new Problem('chosen-meanwhile', { values: { name: before?.by?.name ?? '' } });
}
