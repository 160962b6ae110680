import type { routes } from '@portico/contract/routes';
import type { Handlers } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { loadRun } from '../plan/load-run.ts';
import { overrideCheck } from '../plan/override-check.ts';
import { type Call, personOf } from './call.ts';

type OverrideHandlers = Pick<Handlers<typeof routes, Call>, 'overrideCheck' | 'withdrawOverride'>;

export const overrideHandlers = ({ runs, journal }: Context): OverrideHandlers => ({
  overrideCheck: async ({ params, body, context }) => {
    const by = personOf(context);
    const { run, state } = await loadRun(runs, journal, by.tenant, params.run);
    return { until: await overrideCheck(journal, state, { ...body, by, run: run.id, check: params.check }) };
  },

  withdrawOverride: async ({ params, context }) => {
    const by = personOf(context);
    const { run, state } = await loadRun(runs, journal, by.tenant, params.run);
    // Nothing to take back is taken back: asking twice says it once.
    if (Object.hasOwn(state.overrides, params.check))
      await journal.append(run.id, by, [{ type: 'override', check: params.check }]);
    return {};
  },
});
