import { type ActionId, type MendId, plan } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { routes } from '@portico/contract/routes';
import type { Handlers } from '@portico/http/mount';
import { stepOf } from '@portico/plan/plan';
import type { Context } from '../context.ts';
import { loadRun, stateOf } from '../plan/load-run.ts';
import { startAction } from '../plan/start-action.ts';
import { type Call, personOf } from './call.ts';

type WorkHandlers = Pick<
  Handlers<typeof routes, Call>,
  'runChecks' | 'reviewAction' | 'startAction' | 'nudgeOperation' | 'cancelOperation'
>;

const actionIdOf = (id: string): ActionId | MendId => {
  if (!stepOf(plan, 'action', id)) throw new Problem('not-found');
  return id as ActionId | MendId;
};

export const workHandlers = (context: Context): WorkHandlers => {
  const { runs, journal, operations, wizard, takeOver, cloud, now } = context;
  /** The operation of a run of this tenant, or the same `not-found` for whatever is wrong. */
  const owned = async (call: Call, run: string, operation: string) => {
    const by = personOf(call);
    const { state } = await loadRun(runs, journal, by.tenant, run);
    if (!Object.hasOwn(state.operations, operation)) throw new Problem('not-found');
    return { by, state };
  };

  return {
    runChecks: async ({ params, body, context: call }) => {
      const looked = await wizard.look(params.run, personOf(call), {
        ...(body.step ? { step: body.step } : {}),
        ...(body.checks ? { checks: body.checks } : {}),
      });
      const challenge = [...looked.values()].find(({ problem }) => problem?.challenge)?.problem?.challenge;
      // The findings are journalled; the browser learns what its person must prove to see more.
      if (challenge) throw new Problem('needs-step-up', { challenge });
      return { checks: [...looked.keys()] };
    },

    reviewAction: async ({ params, context: call }) => {
      const { changes, confirm, guide, automatic } = await wizard.review(
        params.run,
        personOf(call),
        actionIdOf(params.action),
      );
      return {
        changes: [...changes],
        ...(confirm === undefined ? {} : { confirm }),
        drivers: { automatic, guided: { available: true as const, guide } },
      };
    },

    startAction: async ({ params, body, context: call }) => {
      const by = personOf(call);
      const action = actionIdOf(params.action);
      await loadRun(runs, journal, by.tenant, params.run);
      const operation = await startAction(
        {
          now,
          state: (run) => stateOf(journal, run),
          lookAgain: async (request, _state, checks) => void (await wizard.look(request.run, by, { checks })),
          review: async (request) => {
            const { guide, automatic: _, ...reviewed } = await wizard.review(request.run, by, request.action);
            return request.driver === 'guided' ? { ...reviewed, guide } : reviewed;
          },
          start: (request) => operations.start({ ...request, pace: cloud.pace }),
        },
        { ...body, run: params.run, action, by },
      );
      return { operation };
    },

    nudgeOperation: async ({ params, context: call }) => {
      const { by, state } = await owned(call, params.run, params.operation);
      if (!(await takeOver.asked(params.run, state, params.operation, by)))
        throw new Problem('rights-missing');
      await operations.nudge(params.operation, by);
      return {};
    },

    cancelOperation: async ({ params, context: call }) => {
      const { by } = await owned(call, params.run, params.operation);
      await operations.cancel(params.operation, by);
      return {};
    },
  };
};
