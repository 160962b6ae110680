import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const most = 512 * 1024 * 1024;

/** What git says, as bytes; throws with its own words when it refuses. */
export function git(repository: string, args: readonly string[], input = ''): Buffer {
  const ran = spawnSync('git', ['-C', repository, ...args], { input, maxBuffer: most });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`git ${args[0]}: ${ran.stderr.toString().trim()}`);
  return ran.stdout;
}

export const gitLines = (repository: string, args: readonly string[]): string[] =>
  git(repository, args).toString().split('\n').filter(Boolean);

/** The texts of blobs by their ids; what isn't text, or is too big to be a site's, is left out. */
export function readBlobs(repository: string, ids: readonly string[], biggest: number): Map<string, string> {
  const wanted = [...new Set(ids)];
  const answer = git(repository, ['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  const texts = new Map<string, string>();
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const [id = '', type, size] = answer.subarray(at, end).toString().split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    const body = answer.subarray(at, at + Number(size));
    at += Number(size) + 1;
    const text = body.toString();
    if (Number(size) <= biggest && !body.includes(0) && Buffer.from(text).equals(body)) texts.set(id, text);
  }
  return texts;
}

/** Merges by `git merge-file`, in a folder of its own. */
export function mergeFiles(): Disposable & {
  merge(base: string, ours: string, theirs: string): { clean: boolean; text: string };
} {
  const folder = mkdtempSync(join(tmpdir(), 'merge-file-'));
  const names = ['ours', 'base', 'theirs'];
  return {
    merge(base, ours, theirs) {
      for (const [index, text] of [ours, base, theirs].entries())
        writeFileSync(join(folder, names[index] ?? ''), text);
      const ran = spawnSync('git', ['merge-file', '-p', '-q', ...names], { cwd: folder, maxBuffer: most });
      // The number of conflicts, up to 127; 255 is an error (git-merge-file(1), "Exit status").
      if (ran.status === null || ran.status > 127)
        throw new Error(`git merge-file: ${ran.stderr.toString()}`);
      return { clean: ran.status === 0, text: ran.stdout.toString() };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
