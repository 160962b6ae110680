// Kills at a sample of the boundaries, another one each time. CRASH_MATRIX=full kills at every one, CRASH_MATRIX=<seed>
// plays a sample again, CRASH_MATRIX=<words> kills at the boundaries that have them in their names.
import type { ActionId } from '@portico/contract/plan';
import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actions } from '../../actions/index.ts';
import { onBothStores } from '../both-stores.ts';
import { seeded } from '../seeded.ts';
import { crashMatrix } from './crash-matrix.ts';
import { inTheTwin } from './in-the-twin.ts';
import { whichPoints } from './which-points.ts';

const asked = process.env['CRASH_MATRIX'] ?? String(randomInt(1_000_000));

/** Milliseconds; all boundaries take a quarter of an hour, and on a busy machine several. */
const timeout = 4 * 3_600_000;

/** A sample takes so many of the subjects, others each time: all of them took half of the tests’ time. */
const most = 5;

const all = (Object.keys(actions) as ActionId[]).flatMap((action) =>
  (['automatic', 'guided'] as const)
    .filter((driver) => actions[action].drivers[driver])
    .map((driver) => inTheTwin(action, driver)),
);
const chance = seeded(Number(asked));
const drawn = all
  .map((subject) => ({ subject, at: chance.next() }))
  .toSorted((one, other) => one.at - other.at);
/** Words that name an action want that one alone: the others would only be played unharmed. */
const named = all.filter(({ action, driver }) => {
  const name = `${action} (${driver})`;
  return name.startsWith(asked) || asked.startsWith(name);
});
const wanted = named.length > 0 ? named : all;
const subjects = /^\d+$/.test(asked) ? drawn.slice(0, most).map(({ subject }) => subject) : wanted;

// Each waits a good deal for its processes: side by side, the two stores take little longer than one.
describe.concurrent('crash matrix', () => {
  onBothStores('each action of the plan', ({ kind, fresh }) => {
    test('survives kill -9 at its boundaries, and does nothing twice', { timeout }, async () => {
      const began = performance.now();
      const report = await crashMatrix(await fresh(), subjects, whichPoints(asked, kind));
      const seconds = Math.round((performance.now() - began) / 1000);
      const counts = report.subjects.map(
        ({ name, points, killedAt }) => `${name} at ${killedAt.length} of ${points.length} boundaries`,
      );
      process.stdout.write(`${kind}: killed ${counts.join(', ')} in ${seconds} s (CRASH_MATRIX=${asked})\n`);
      const kills = report.subjects.flatMap(({ killedAt }) => killedAt);
      expect(report.faults, `CRASH_MATRIX=${asked}: killed ${kills.join('; ')}`).toEqual([]);
      expect(kills).not.toEqual([]);
      for (const { name, points } of report.subjects) {
        const written = points.flatMap((point) => /^after wrote:(.+) was written$/.exec(point)?.[1] ?? []);
        expect(written.length > 0, name).toBe(name.endsWith('(automatic)'));
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
