import { plan, type StepId } from '@portico/contract/plan';
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { Envelope } from '@portico/plan/event';
import { gate } from '@portico/plan/gate';
import { emptyRun, reduce, type RunState } from '@portico/plan/reduce';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Follower, followRun } from '../follow-run.ts';
import { clientWith, Refusal } from '../rehearse.ts';

type Api = Client<typeof routes>;

export interface Journey {
  readonly run: string;
  /** What the browser's stream brought. */
  readonly events: readonly Envelope[];
  readonly cuts: number;
}

interface Traveller {
  readonly address: string;
  readonly token: () => Promise<string>;
  readonly environment: string;
  readonly subdomain: string;
  /** Milliseconds for all of it. */
  readonly deadline: number;
}

/** The whole set-up as a browser does it: what gets no answer is asked again, with the same key. */
export async function travel(traveller: Traveller): Promise<Journey> {
  const until = performance.now() + traveller.deadline;
  const api = patient(traveller, until);
  const { run } = await api(asks((client, key) => client.createRun({ body: { title: 'Chaos', key } })));
  await using follower = followRun({ ...traveller, run });
  const answer = (step: StepId, body: unknown) => api((client) => client.answerStep({ run, step, body }));
  const means: Means = { api, run, follower, until };

  await answer('environment', { environment: traveller.environment });
  await api((client) => client.runChecks({ run, body: {} }));
  await answer('table-maps', { master: 'finance-operations', initialSync: true, choices: {} });
  await perform(means, 'table-maps', 'start-maps');
  const { subdomain } = traveller;
  await answer('portal-site', { name: 'Contoso orders', subdomain, language: 1033 });
  await perform(means, 'portal-site', 'provision-site');
  const last = (await api((client) => client.getRun({ run }))).events.at(-1)?.seq ?? 0;
  await follower.until(
    'the stream has brought everything',
    ({ seq }) => seq >= last,
    until - performance.now(),
  );
  return { run, events: [...follower.events], cuts: follower.cuts };
}

type Ask = <T>(call: (client: Api) => Promise<T>) => Promise<T>;

interface Means {
  readonly api: Ask;
  readonly run: string;
  readonly follower: Follower;
  readonly until: number;
}

/** Gives a call one key for all its tries. */
function asks<T>(call: (client: Api, key: string) => Promise<T>): (client: Api) => Promise<T> {
  const key = randomUUID();
  return (client) => call(client, key);
}

/** Asks until there is an answer; a refusal that time doesn't change is thrown. */
function patient({ address, token }: Traveller, until: number): Ask {
  return async (call) => {
    for (;;) {
      try {
        return await call(clientWith(address, await token()));
      } catch (error) {
        const gone = error instanceof TypeError || (error instanceof Error && error.name === 'SyntaxError');
        const later = error instanceof Refusal && [429, 502, 503].includes(error.status);
        if ((!gone && !later) || performance.now() > until) throw error;
        await wait(50);
      }
    }
  };
}

/** Checks until the gate opens, starts, and follows to the end. */
async function perform(
  { api, run, follower, until }: Means,
  step: StepId,
  action: 'start-maps' | 'provision-site',
): Promise<void> {
  for (;;) {
    const { reasons } = gate(plan, stateOf((await api((client) => client.getRun({ run }))).events))[step] ?? {
      reasons: [],
    };
    if (reasons.length === 0) break;
    if (performance.now() > until) throw new Error(`${step} stays closed: ${JSON.stringify(reasons)}`);
    await api((client) => client.runChecks({ run, body: {} }));
  }
  const body = { driver: 'automatic' } as const;
  const { operation } = await api(
    asks((client, key) => client.startAction({ run, action, body: { ...body, key } })),
  );
  const { event } = await follower.until(
    `${operation} is finished`,
    ({ event: each }) => each.type === 'operation-finished' && each.operation === operation,
    until - performance.now(),
  );
  if (event.type === 'operation-finished' && event.outcome !== 'done')
    throw new Error(`${operation} ended as ${event.outcome}: ${JSON.stringify(event.problem)}`);
}

const stateOf = (events: readonly Envelope[]): RunState =>
  events.reduce((state, envelope) => reduce(plan, state, envelope), emptyRun);
