import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { onBothStores } from '../test-support/both-stores.ts';
import { engineContract } from './engine.contract.ts';
import { ada, openStage } from './stage.ts';

const slow = { says: { id: 'not-yet' }, for: 'upstream', every: 60, usually: 600 } as const;

onBothStores('operations', ({ fresh }) => {
  engineContract(async (act) => openStage(await fresh(), act));

  test('lose and spoil nothing, at whatever moment the process is told to end', {
    timeout: 120_000,
  }, async () => {
    const calls = new Map<string, number>();
    await using stage = await openStage(await fresh(), async (verbs, { id }) => {
      const count = async () => void calls.set(id, (calls.get(id) ?? 0) + 1);
      for (const key of ['a', 'b', 'c', 'd']) await verbs.once(key, count);
    });
    const moments = Array.from({ length: 25 }, (_, n) => n * 2);
    for (const turns of moments) {
      const starting = stage.start(`op-${turns}`);
      for (let n = 0; n < turns; n += 1) await turn();
      await Promise.all([starting, stage.restart()]);
    }
    await stage.event('operation-finished', moments.length);
    const ends = (await stage.events()).filter((name) => name.startsWith('finished'));
    expect(ends).toEqual(moments.map(() => 'finished done'));
    expect([...calls.values()]).toEqual(moments.map(() => 4));
    expect(stage.reported).toEqual([]);
    expect(await stage.journal.verify(stage.run)).toBeUndefined();
  });

  test('keep tenants apart', async () => {
    await using stage = await openStage(await fresh(), async (verbs) => {
      await verbs.until('ready', slow, async () => undefined);
    });
    const stranger = { ...ada, tenant: 't2' };
    await expect(stage.start('other', { by: stranger })).rejects.toMatchObject({ code: 'not-found' });
    await stage.start('op');
    await expect(stage.start('op', { by: stranger })).rejects.toMatchObject({ code: 'not-found' });
    await expect(stage.operations.cancel('op', stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(stage.operations.nudge('op', stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(stage.operations.cancel('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});
