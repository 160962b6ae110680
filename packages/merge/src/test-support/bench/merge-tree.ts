import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../git.ts';
import type { Triple } from '../triples.ts';

const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'commit.gpgsign=false'];

/** All triples as three commits of a repository of its own, for `git merge-tree` to merge at once. */
export function mergeTree(triples: readonly Triple[]): Disposable & { cpu(): number } {
  const folder = mkdtempSync(join(tmpdir(), 'merge-tree-'));
  git(folder, ['init', '-q', '--bare']);
  const commit = (side: 'base' | 'ours' | 'theirs', parent?: string): string => {
    const file = (text: string, index: number) =>
      `M 100644 inline file-${index}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    const head = `commit refs/heads/${side}\ncommitter bench <bench@localhost> 0 +0000\ndata 0\n`;
    const from = parent === undefined ? '' : `from ${parent}\n`;
    const body = triples.map((triple, index) => file(triple[side], index)).join('');
    git(folder, [...who, 'fast-import', '--quiet'], `${head}${from}${body}\n`);
    return git(folder, ['rev-parse', side]).toString().trim();
  };
  const base = commit('base');
  const [ours, theirs] = [commit('ours', base), commit('theirs', base)];
  return {
    /** Seconds of CPU of one merge of all, as the shell's `times` counts its children (POSIX). */
    cpu() {
      const line = `git merge-tree --write-tree ${ours} ${theirs} > /dev/null; times`;
      const ran = spawnSync('sh', ['-c', line], { cwd: folder });
      const [user, system] = ran.stdout.toString().trim().split('\n').at(-1)?.split(' ').map(seconds) ?? [];
      if (user === undefined || system === undefined) throw new Error(`times said ${ran.stdout.toString()}`);
      return user + system;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `0m1.230s` */
function seconds(text: string): number {
  const [, minutes, rest] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(rest);
}
