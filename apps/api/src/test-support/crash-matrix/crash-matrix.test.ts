// Kills at a sample of the boundaries, another one each time. CRASH_MATRIX=full kills at every one, CRASH_MATRIX=<seed>
// plays a sample again.
import type { ActionId } from '@portico/contract/plan';
import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actions } from '../../actions/index.ts';
import { onBothStores } from '../both-stores.ts';
import { aftermaths } from './aftermaths.ts';
import { crashMatrix, type Subject } from './crash-matrix.ts';
import { inTheTwin } from './in-the-twin.ts';

const asked = process.env['CRASH_MATRIX'];
const seed = asked === undefined ? randomInt(1_000_000) : Number(asked);
/** Guided, an action only looks. */
const count = ({ driver }: Subject) => (driver === 'automatic' ? 2 : 1);
const sampleOf = (kind: string) =>
  asked === 'full' ? undefined : { seed: kind === 'postgres' ? seed + 1 : seed, count };

/** Milliseconds; all boundaries take a quarter of an hour, and on a busy machine several. */
const timeout = asked === 'full' ? 4 * 3_600_000 : 600_000;

const subjects = (Object.keys(aftermaths) as ActionId[]).flatMap((action) =>
  (['automatic', 'guided'] as const)
    .filter((driver) => actions[action].drivers[driver])
    .map((driver) => inTheTwin(action, driver)),
);

// Each waits a good deal for its processes: side by side, the two stores take little longer than one.
describe.concurrent('crash matrix', () => {
  onBothStores('each action of the plan', ({ kind, fresh }) => {
    test('survives kill -9 at its boundaries, and does nothing twice', { timeout }, async () => {
      const sample = sampleOf(kind);
      const began = performance.now();
      const report = await crashMatrix(await fresh(), subjects, sample);
      const seconds = Math.round((performance.now() - began) / 1000);
      const counts = report.subjects.map(
        ({ name, points, killedAt }) => `${name} at ${killedAt.length} of ${points.length} boundaries`,
      );
      const again = sample ? ` (CRASH_MATRIX=${seed})` : '';
      process.stdout.write(`${kind}: killed ${counts.join(', ')} in ${seconds} s${again}\n`);
      const kills = report.subjects.flatMap(({ killedAt }) => killedAt);
      expect(report.faults, `killed ${kills.join('; ')}${again}`).toEqual([]);
      for (const [n, subject] of subjects.entries()) {
        const { points = [], killedAt = [] } = report.subjects[n] ?? {};
        expect(killedAt).toHaveLength(sample ? count(subject) : points.length);
        const written = points.flatMap((point) => /^after wrote:(.+) was written$/.exec(point)?.[1] ?? []);
        expect(written.length > 0).toBe(subject.driver === 'automatic');
        for (const key of written) {
          expect(points).toContain(`before the call of ${key}`);
          expect(points).toContain(`after the effect of ${key}`);
          expect(points).toContain(`after ${key} was stored`);
        }
        expect(points.some((point) => point.startsWith('during the wait of '))).toBe(true);
      }
    });
  });
});
