import { answers, type AskingStep } from '@portico/contract/answers';
import { type CheckId, mendedBy, plan } from '@portico/contract/plan';
import { gatewayOrigin } from '@portico/contract/gateway-address';
import { Problem } from '@portico/contract/problems';
import type { routes } from '@portico/contract/routes';
import { type Handlers, InvalidRequest, taken } from '@portico/http/mount';
import { gate } from '@portico/plan/gate';
import { nextStep, progress } from '@portico/contract/progress';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../context.ts';
import { eventsSince } from '../journal/events-since.ts';
import { actionsFrom, isLocked } from '../plan/locked.ts';
import { loadRun, stateOfEvents } from '../plan/load-run.ts';
import { type Call, personOf } from './call.ts';
import { streamEvents } from './stream-events.ts';

type RunHandlers = Pick<
  Handlers<typeof routes, Call>,
  'listRuns' | 'createRun' | 'getRun' | 'followRun' | 'answerStep'
>;

export const runHandlers = ({
  runs,
  journal,
  operations,
  cloud,
  publicConfig,
  takeOver,
  wizard,
  aside,
}: Context): RunHandlers => ({
  listRuns: async ({ context }) => {
    const { tenant } = personOf(context);
    const [found, events] = await Promise.all([runs.list(tenant), journal.readAll(tenant)]);
    const summaries = found.map(({ id, title, createdAt, createdBy }) => {
      const state = stateOfEvents(events.get(id) ?? [], journal.now());
      const gates = gate(plan, state);
      const { done, total } = progress(plan, gates);
      const next = nextStep(plan, state, gates);
      const step = plan.steps.find((each) => each.id === next)?.id;
      return {
        id,
        title,
        createdAt: createdAt.toISOString(),
        createdBy,
        done,
        total,
        ...(step ? { next: step } : {}),
      };
    });
    return { runs: summaries };
  },

  createRun: async ({ body, context }) => {
    const by = personOf(context);
    const run = await runs.ensure({ ...body, by });
    const created = { type: 'run-created', title: run.title, plan: plan.version, cloud: cloud.id } as const;
    await journal.append(run.id, by, [created], 'run-created');
    return { run: run.id };
  },

  getRun: async ({ params, context }) => {
    const by = personOf(context);
    const { run, state } = await loadRun(runs, journal, by.tenant, params.run);
    // Nobody waits for this: what comes of it is an event.
    aside('taking over failed', takeOver.opened(run.id, state, by));
    return { events: await journal.read(run.id, 0) };
  },

  followRun: async ({ params, query, context }) => {
    const { run } = await loadRun(runs, journal, personOf(context).tenant, params.run);
    if (query.wait === '0') return { events: await journal.read(run.id, query.after) };
    await streamEvents(journal, run.id, query.after, context);
    return taken;
  },

  answerStep: async ({ params, body, context }) => {
    const by = personOf(context);
    const { run, state } = await loadRun(runs, journal, by.tenant, params.run);
    // By its own name: every object also answers to `constructor`.
    if (!Object.hasOwn(answers, params.step)) throw new Problem('not-found');
    const schema = answers[params.step as AskingStep];
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new InvalidRequest('body', parsed.error);
    const given = withOrigin(publicConfig().cloud.gateways, parsed.data);
    if (isDeepStrictEqual(state.answers[params.step], given)) return { seq: state.seq };
    const touched = actionsFrom(params.step);
    const look = (checks: readonly CheckId[]) => wizard.look(run.id, by, { checks });
    if (await isLocked(params.step, state, look)) throw new Problem('answers-locked');
    const event = { type: 'answered', step: params.step, answers: given } as const;
    const added = await journal.append(run.id, by, [event], undefined, async (tx) => {
      // Somebody may have started work since we looked; it goes by the answers that it was started with.
      const since = await eventsSince(tx, run.id, state.seq);
      if (since.some((each) => each.type === 'operation-started' && touched.has(each.action)))
        throw new Problem('answers-locked');
    });
    // What somebody else is asked to do belongs to another world now: it sees so at once, and ends.
    for (const { id, action, finished } of Object.values(state.operations))
      if (mendedBy(action) && !finished) await operations.nudge(id);
    return { seq: added.at(-1)?.seq ?? state.seq };
  },
});

/** An answer that names a gateway keeps its origin alone, and only one of this cloud's. */
function withOrigin(gateways: readonly string[], answer: object): object {
  if (!('gateway' in answer) || typeof answer.gateway !== 'string') return answer;
  const gateway = gatewayOrigin(gateways, answer.gateway);
  if (gateway === undefined) throw new Problem('gateway-address-refused');
  return { ...answer, gateway };
}
