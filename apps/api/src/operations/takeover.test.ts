import { expect, test } from 'vitest';
import { createJournal } from '../journal/journal.ts';
import { onPostgres } from '../test-support/both-stores.ts';
import { openStore, type StoreConfig } from '../store/open-store.ts';
import type { ChildOrder } from '../test-support/crash-matrix/crash-orders.ts';
import { startedChild } from '../test-support/crash-matrix/crash-matrix.ts';
import { startUpstream } from './upstream.ts';
import { systemWorld } from './world.ts';

/** Seconds; long enough that a loaded machine doesn't take a living process for a dead one. */
const lease = 9;
const launched = { says: 'launched' };
const done = { says: 'finished', operation: 'op', outcome: 'done' };

onPostgres('two API processes', ({ fresh }) => {
  test('the living one takes over from the killed one within the lease', { timeout: 60_000 }, async () => {
    await using upstream = await startUpstream();
    const config = await fresh();
    const order = orders(config, upstream.url, 20);
    // Both launch on an empty database at once: both migrate.
    await using survivor = await startedChild(order('survivor', 'awaits'));
    await using victim = await startedChild(order('victim', 'begins', 'after make-site was stored'));
    expect(await Promise.all([survivor.next(), victim.next()])).toEqual([launched, launched]);
    expect(await victim.ended).toBe('SIGKILL');
    const died = performance.now();
    expect(await survivor.next()).toEqual(done);
    const seconds = (performance.now() - died) / 1000;
    process.stdout.write(
      `taken over and finished ${seconds.toFixed(1)} s after the kill, lease ${lease} s\n`,
    );
    expect(await upstream.effects('op')).toEqual({ site: 1, door: 1 });
    expect(await beginningsAndEnds(config)).toEqual(['operation-started', 'operation-finished']);
  });

  test('one that was only frozen finds itself replaced and does nothing more', {
    timeout: 60_000,
  }, async () => {
    await using upstream = await startUpstream();
    const config = await fresh();
    const order = orders(config, upstream.url, 1);
    await using frozen = await startedChild(order('frozen', 'begins'));
    expect(await frozen.next()).toEqual(launched);
    await firstWait(config);
    frozen.process.kill('SIGSTOP');
    await using survivor = await startedChild(order('survivor', 'awaits'));
    expect(await survivor.next()).toEqual(launched);
    expect(await survivor.next()).toEqual(done);
    frozen.process.kill('SIGCONT');
    // It reads the end from the journal as everybody does, and leaves.
    expect(await frozen.next()).toEqual(done);
    expect(await frozen.next()).toMatchObject({ says: 'points' });
    expect(await frozen.ended).toBe(0);
    expect(await upstream.effects('op')).toEqual({ site: 1, door: 1 });
    expect(await beginningsAndEnds(config)).toEqual(['operation-started', 'operation-finished']);
  });
});

const orders =
  (config: StoreConfig, url: string, pace: number) =>
  (executor: string, does: 'begins' | 'awaits', dieAt?: string): ChildOrder => {
    const module = new URL('../test-support/crash-matrix/sample.subject.ts', import.meta.url).href;
    const subject = { module, action: 'sample', driver: 'automatic', pace } as const;
    const part = { operation: 'op', settings: { url }, subject };
    return {
      config,
      executor,
      lease,
      asksAgain: false,
      awaited: does === 'awaits' ? [part] : [],
      begins: does === 'begins' ? [dieAt === undefined ? part : { ...part, dieAt }] : [],
    };
  };

async function firstWait(config: StoreConfig): Promise<void> {
  await using store = await openStore(config);
  const run = await theRun(config);
  for await (const envelopes of createJournal(store, systemWorld).follow(
    run,
    0,
    new AbortController().signal,
  )) {
    if (envelopes.some(({ event }) => event.type === 'operation-waiting')) return;
  }
}

async function theRun(config: StoreConfig): Promise<string> {
  await using store = await openStore(config);
  for (;;) {
    const run = await store.db.selectFrom('runs').select('id').executeTakeFirst();
    if (run) return run.id;
  }
}

async function beginningsAndEnds(config: StoreConfig): Promise<string[]> {
  await using store = await openStore(config);
  const journal = createJournal(store, systemWorld);
  const run = await theRun(config);
  expect(await journal.verify(run)).toBeUndefined();
  const types = (await journal.read(run, 0)).map(({ event }) => event.type);
  return types.filter((type) => type === 'operation-started' || type === 'operation-finished');
}
