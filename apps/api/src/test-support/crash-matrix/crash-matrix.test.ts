// Kills at a sample of the boundaries, another one each time. CRASH_MATRIX=full kills at every one, CRASH_MATRIX=<seed>
// plays a sample again.
import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { onBothStores } from '../both-stores.ts';
import { crashMatrix } from './crash-matrix.ts';
import { startUpstream } from '../../operations/upstream.ts';

const asked = process.env['CRASH_MATRIX'];
const seed = asked === undefined ? randomInt(1_000_000) : Number(asked);
const sample = asked === 'full' ? undefined : { count: 6, seed };

onBothStores('an operation', ({ kind, empty }) => {
  test('survives kill -9 at its boundaries, and does nothing twice', { timeout: 600_000 }, async () => {
    await using upstream = await startUpstream();
    const began = performance.now();
    const { points, killedAt, faults } = await crashMatrix(await empty(), {
      module: new URL('./sample.subject.ts', import.meta.url).href,
      settings: { url: upstream.url },
      action: 'sample',
      driver: 'automatic',
      pace: 20,
      effects: upstream.effects,
      ...(sample ? { sample } : {}),
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    const which = sample
      ? `${killedAt.length} of ${points.length} (CRASH_MATRIX=${seed})`
      : `all ${points.length}`;
    process.stdout.write(`${kind}: killed at ${which} boundaries in ${seconds} s\n`);
    expect(faults, `killed ${killedAt.join('; ')} (${which})`).toEqual([]);
    expect(killedAt).toHaveLength(sample ? sample.count : points.length);
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
