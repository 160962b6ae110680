import { describe, expect, test } from 'vitest';
import { createJournal } from '../journal/journal.ts';
import { onBothStores } from '../store/both-stores.ts';
import { openStore } from '../store/open-store.ts';
import type { ChildOrder } from './crash-matrix.child.ts';
import { startedChild } from './crash-matrix.ts';
import { startUpstream } from './upstream.ts';
import { systemWorld } from './world.ts';

const lease = 3;

onBothStores('two API processes', ({ kind, fresh }) => {
  describe.runIf(kind === 'postgres')('on one database', () => {
    test('the living one takes over from the killed one within the lease', { timeout: 60_000 }, async () => {
      await using upstream = await startUpstream();
      const config = await fresh();
      const order = (executor: string, more: Pick<ChildOrder, 'awaited' | 'begin'>): ChildOrder => ({
        config,
        executor,
        lease,
        subject: {
          module: new URL('./crash-matrix.subject.ts', import.meta.url).href,
          settings: { url: upstream.url },
          action: 'sample',
          driver: 'automatic',
          pace: 20,
        },
        ...more,
      });
      const said: unknown[] = [];
      // Both launch on an empty database at once: both migrate.
      await using survivor = await startedChild(order('survivor', { awaited: ['op'] }));
      await using victim = await startedChild(
        order('victim', { awaited: [], begin: { operation: 'op', dieAt: 8 } }),
      );
      said.push(await survivor.next(), await victim.next());
      expect(said).toEqual([{ says: 'launched' }, { says: 'launched' }]);
      expect(await victim.ended).toBe('SIGKILL');
      const died = performance.now();
      expect(await survivor.next()).toEqual({ says: 'finished', operation: 'op', outcome: 'done' });
      const seconds = (performance.now() - died) / 1000;
      process.stdout.write(
        `taken over and finished ${seconds.toFixed(1)} s after the kill, lease ${lease} s\n`,
      );
      expect(await upstream.effects('op')).toEqual({ site: 1, door: 1 });
      await using store = await openStore(config);
      const { id } = await store.db.selectFrom('runs').select('id').executeTakeFirstOrThrow();
      expect(await createJournal(store, systemWorld).verify(id)).toBeUndefined();
    });
  });
});
