import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { areas } from './areas.ts';
import type { Found } from './find-plants.ts';
import { type Area, playSeeds, range, tellerOf } from './play.ts';
import { replaceOnce } from './plant-source.ts';

/** A few seconds on a quiet machine; the long run is `pnpm sim`. */
const [short, most, patience] = [120, 300, 900_000];

describe.each(Object.entries<Area>(areas))('%s, simulated', (name, area) => {
  test('holds in every seed that once found something, and in the first ones', {
    timeout: patience,
  }, async () => {
    const tell = await tellerOf(area);
    const played = await playSeeds(tell, [...area.regressions, ...range(1, short)]);
    expect(played.broken.map(({ seed, broken }) => `${seed}: ${broken.join('; ')}`)).toEqual([]);
    // A kind of fault, or of world, that never comes would prove nothing.
    expect(Object.keys(played.faults).toSorted()).toEqual(area.kinds.toSorted());
  });

  test('tells the same story for the same seed', { timeout: patience }, async () => {
    const tell = await tellerOf(area);
    const [once, again] = [await tell(7, true), await tell(7, true)];
    expect(again).toEqual(once);
    expect(once.lines.length).toBeGreaterThan(10);
  });

  // Another sixth of them each time; `pnpm sim AREA --plant NAME` plays any.
  test('finds faults that are planted', { timeout: patience }, async () => {
    const from = randomInt(6);
    const names = Object.keys(area.plants).filter((_, index) => index % 6 === from);
    const child = fileURLToPath(new URL('find-plants.child.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [child, name, String(most), ...names]);
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Found);
    expect(found.map(({ plant }) => plant)).toEqual(names);
    expect(found.filter(({ after }) => after === undefined)).toEqual([]);
    const after = found.map(({ plant, after: seeds }) => `${plant} after ${seeds}`);
    process.stdout.write(`Planted faults are found: ${after.join(', ')}\n`);
  });

  test('each plant finds its passage in the sources', async () => {
    for (const { edits } of Object.values(area.plants))
      for (const edit of edits) {
        const source = await readFile(new URL(`../../../../../${edit.file}`, import.meta.url), 'utf8');
        expect(replaceOnce(source, edit)).not.toBe(source);
      }
  });
});

test('a plant whose passage is gone is no plant', () => {
  const edit = { file: 'a.ts', from: 'if (known)', to: '' };
  expect(replaceOnce('if (known) return;', edit)).toBe(' return;');
  expect(() => replaceOnce('return;', edit)).toThrow('a.ts holds 0 times');
  expect(() => replaceOnce('if (known) if (known)', edit)).toThrow('a.ts holds 2 times');
});
