import { dataverse } from '@portico/microsoft/services/dataverse';
import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { tenants } from '@portico/twin/scenarios/contoso/ids';
import { boundOf, unorderedOf } from './apply-bound.ts';
import { type Applied, applyForReal } from './apply-for-real.ts';
import { largeSite, type Order } from './large-site.ts';

interface Bench {
  readonly records: number;
  /** Twin seconds per second. What our own work takes counts so many times. */
  readonly speed: number;
  readonly print: (line: string) => void;
}

const bars = { time: 1.25, throttled: 0.001 };

/**
 * Milliseconds that Dataverse takes for a request, and for each change in it. Assumed: nobody publishes either. They are
 * about what the peer's rate leaves for one of 52 at once, and of a row without plug-ins.
 */
const takes = { request: 60, operation: 20 };

/** Updates a second that the closest peer publishes. */
const peer = 153;

/** The share of the time without a processor from which on a figure is about the machine. */
const busy = 0.02;

/** How many changes the anchor sends, one a request. */
const sample = 100;

/** P5: how long a new template takes to be written into a large site, beside what Dataverse's limits alone allow. */
export async function measure({ records, speed, print }: Bench): Promise<boolean> {
  print(
    `${records} records that a newer template changes, each ${takes.operation} ms in Dataverse (assumed), and`,
  );
  print(`${takes.request} ms a request; the twin in a process of its own, its time ${speed} × ours`);
  const held: boolean[] = [];
  for (const batchedRequests of ['one', 'each'] as const) {
    const order = { records, speed, takes, batchedRequests };
    print(
      `a batch counts as ${batchedRequests === 'one' ? 'one request (documented)' : 'each of its requests (assumed)'}`,
    );
    held.push(judge(order, await applyForReal(order), print));
  }
  const single = await oneByOne({ records: sample * 2, speed, takes, batchedRequests: 'one' });
  const limited = (rate: number) => Math.max((records / rate) * 1000, unorderedOf({ records, takes }));
  print(
    `  anchor: one change a request, one after the other, over ${sample}: ${single.toFixed(1)} a second,`,
  );
  print(`    so ${inSeconds((records / single) * 1000)} for all, if all arrive`);
  print(
    `  anchor: the closest peer’s ${peer} a second, one change a request: ${inSeconds((records / peer) * 1000)};`,
  );
  print(`    as 6,000 requests in 300 s are allowed, ${inSeconds(limited(peer))} at least`);
  return held.every(Boolean);
}

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

export function judge(order: Order, applied: Applied, print: Bench['print']): boolean {
  const { written, queued, ended, outcome, seen, look, list, stall, memory } = applied;
  const bound = boundOf(order);
  const [ratio, share] = [written / bound, seen.throttled / seen.calls];
  const say = (holds: boolean, words: string) => {
    print(`  ${holds ? 'ok  ' : 'MISS'} ${words}`);
    return holds;
  };
  const holds = [
    say(
      outcome === 'done' && seen.written === order.records,
      `all is written and proven: ${seen.written} of ${order.records}, ${outcome}, in ${seen.batches} sets`,
    ),
    say(
      ratio <= bars.time,
      `from the start to the last set ÷ bound: ${inSeconds(written)} ÷ ${inSeconds(bound)} = ${ratio.toFixed(3)}, at most ${bars.time}`,
    ),
    say(
      share <= bars.throttled,
      `throttled answers ÷ calls: ${seen.throttled} of ${seen.calls}, at most ${bars.throttled * 100} %`,
    ),
  ];
  if (queued > busy * ended)
    print(
      `  others kept this machine busy: for ${inSeconds(queued)} there was no processor; measure when nothing else runs`,
    );
  print(`  not judged: until it is proven and the next baseline is kept ${inSeconds(ended)};`);
  print(
    `    both sites read and merged in ${inSeconds(look)}, the list in ${inSeconds(list)}, the longest stall`,
  );
  print(`    ${inSeconds(stall)}, ${(memory / 2 ** 20).toFixed(0)} MB at most with store and merge`);
  return holds.every(Boolean);
}

/** @returns changes a second, in the twin's time, through the product's own pipeline */
async function oneByOne(order: Order): Promise<number> {
  await using site = await largeSite(order);
  await using connections = createConnections({ version: 'bench' });
  const cloud = twinCloud(site.port, order.speed);
  const session = {
    cloud,
    tenant: tenants.contoso,
    token: async () => site.dataverseToken,
    evidence: () => undefined,
    patience: 'durable' as const,
    world: realWorld,
  };
  const client = connections.connect(dataverse, session, site.dataverse);
  const { now } = await site.seen();
  for (const id of site.templates.slice(0, sample))
    await client.upsertRow({
      set: 'adx_webtemplates',
      id,
      headers: { 'if-match': '*' },
      body: { adx_source: '<p>as it is now</p>' },
    });
  const after = await site.seen();
  if (after.written !== sample) throw new Error(`${after.written} of ${sample} are written.`);
  return sample / ((after.now - now) / 1000);
}
