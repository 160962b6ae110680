import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areas, bench } from './bench.ts';
import { percentile } from './percentile.ts';
import { root } from './repository.ts';

test.each([[[]], [['nothing']], [['constructor']], [['preflight', 'spa']]])(
  '%o is no area: the known ones are named, and it ends with 1',
  async (args) => {
    const said: string[] = [];
    expect(await bench(args, (line) => void said.push(line))).toBe(1);
    for (const area of Object.keys(areas)) expect(said.join('\n')).toContain(area);
  },
);

test('each area has its harness', () => {
  expect(Object.values(areas).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('an option that nobody knows is refused', async () => {
  await expect(bench(['preflight', '--grafs', '3'])).rejects.toThrow('grafs');
});

test.each([
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 3],
  [[1, 2, 3], 1, 3],
  [[], 0.5, 0],
])('of %o the share %d lies at %d', (numbers, share, expected) => {
  expect(percentile(numbers, share)).toBe(expected);
});
