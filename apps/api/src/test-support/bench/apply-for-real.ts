import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { patiently } from '../patiently.ts';
import { apiBeside, clientWith, newRun } from '../rehearse.ts';
import { queuedFor } from './queued-for.ts';
import { largeSite, type Order, type Seen } from './large-site.ts';

/** One update of a large site. Times in milliseconds of the twin, from the start of the action. */
export interface Applied {
  /** Until the last set was answered. */
  readonly written: number;
  /** Of the whole, how long at least the product or the twin was ready to work and had no processor. */
  readonly queued: number;
  /** Until the site was read again, proven, and what was written is the next baseline. */
  readonly ended: number;
  readonly outcome: string;
  /** What Dataverse saw from the start on. */
  readonly seen: Seen;
  /** Of ours, in milliseconds of ours: reading both sites and merging them, the list, and one decision. */
  readonly look: number;
  readonly list: number;
  /** Longest time in which the process answered nothing, and the most memory it had. */
  readonly stall: number;
  readonly memory: number;
}

const hour = 3_600_000;

/** A new template that changes every record of a large site is taken over, by the API as a browser asks for it. */
export async function applyForReal(order: Order): Promise<Applied> {
  await using site = await largeSite(order);
  await using beside = await apiBeside({ port: site.port, scenario: 'site-exists', speed: order.speed });
  const api = clientWith(beside.address, site.token);
  const run = await newRun(api, environments.production);
  const { website } = site;
  const template = { environment: environments.sandbox, website };
  await api.runChecks({ run, body: { step: 'environment' } });
  await api.answerStep({ run, step: 'update', body: { template } });

  let memory = 0;
  const sampled = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 200);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  try {
    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    const look = await timed(() => api.runChecks({ run, body: { step: 'update' } }));
    const list = await timed(() => api.getUpdate({ run }));
    const [before, waited] = [await site.seen(), queuedFor()];
    await api.startAction({ run, action: 'apply-update', body: { driver: 'automatic', key: randomUUID() } });
    const finished = await patiently(
      'the update has ended',
      async () => {
        const { events } = await api.getRun({ run });
        return events.flatMap(({ event }) => (event.type === 'operation-finished' ? [event] : []))[0];
      },
      hour,
    );
    const seen = await site.seen();
    return {
      written: seen.lastBatch - before.now,
      queued: Math.max(queuedFor() - waited, seen.queued - before.queued) * order.speed,
      ended: seen.now - before.now,
      outcome: finished.problem?.code ?? finished.outcome,
      seen: { ...seen, calls: seen.calls - before.calls, throttled: seen.throttled - before.throttled },
      look,
      list,
      stall: delay.max / 1e6,
      memory,
    };
  } finally {
    clearInterval(sampled);
    delay.disable();
  }
}
