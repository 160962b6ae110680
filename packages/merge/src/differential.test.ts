import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWithGit } from './test-support/compare-with-git.ts';
import { readTriples, whyNoHistory } from './test-support/triples.ts';

const repository = process.env['PORTICO_MERGE_HISTORY'] ?? new URL('../../..', import.meta.url).pathname;
const most = Number(process.env['PORTICO_MERGE_TRIPLES'] ?? 100);

describe('beside git merge-file, on a real history', () => {
  test('never clean where git asks, and equal to the byte where both are clean', (context) => {
    const why = whyNoHistory(repository);
    context.skip(why !== undefined, why);
    const { compared, bothClean, equal, cleanByUs, odd } = compareWithGit(
      readTriples(repository, most, most / 10),
    );
    expect(compared).toBeGreaterThan(most / 2);
    expect(bothClean).toBeGreaterThan(0);
    expect({ cleanByUs, odd }).toEqual({ cleanByUs: [], odd: [] });
    expect(equal / bothClean).toBeGreaterThanOrEqual(0.999);
  });

  test('a folder without a history is a reason to skip, and no success', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'no-history-'));
    expect(whyNoHistory(folder.path)).toContain('no git history');
  });
});
