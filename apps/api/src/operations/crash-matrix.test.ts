import { expect, test } from 'vitest';
import { onBothStores } from '../test-support/both-stores.ts';
import { crashMatrix } from './crash-matrix.ts';
import { startUpstream } from './upstream.ts';

onBothStores('an operation', ({ kind, fresh }) => {
  test('survives kill -9 at every boundary, and does nothing twice', { timeout: 600_000 }, async () => {
    await using upstream = await startUpstream();
    const began = performance.now();
    const { points, faults } = await crashMatrix(await fresh(), {
      module: new URL('./crash-matrix.subject.ts', import.meta.url).href,
      settings: { url: upstream.url },
      action: 'sample',
      driver: 'automatic',
      pace: 20,
      effects: upstream.effects,
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`${kind}: killed at ${points.length} boundaries in ${seconds} s\n`);
    expect(faults).toEqual([]);
    for (const point of [
      'before the call of make-site',
      'after the effect of make-site',
      'after make-site was stored',
      'during the wait of ready',
      'during the wait of open-site',
      'after operation-finished was written',
    ]) {
      expect(points).toContain(point);
    }
  });
});
