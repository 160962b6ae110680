import { git, gitLines, readBlobs } from './git.ts';

/** Three versions of one file, as they really were; `human` is what somebody made of them, where history has it. */
export interface Triple {
  readonly name: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly human?: string;
}
interface Ids {
  readonly name: string;
  readonly ids: readonly [base: string, ours: string, theirs: string, human?: string | undefined];
}

/** Larger files are no site's: a column of Dataverse holds 1,048,576 characters. */
const biggest = 1_048_576;
const nothing = /^0+$/;

/** @returns why a folder's history can't be used; undefined when it can */
export function whyNoHistory(repository: string): string | undefined {
  try {
    const shallow = git(repository, ['rev-parse', '--is-shallow-repository']).toString().trim();
    if (shallow === 'true') return 'The clone is shallow, so its history is not here.';
    const commits = Number(git(repository, ['rev-list', '--count', 'HEAD']).toString());
    return commits < 20 ? `Its history has ${commits} commits only.` : undefined;
  } catch (error) {
    return `There is no git history to read: ${String(error)}`;
  }
}

/** Triples that a history gives, at most so many: its newest merges, and edits from the whole of it. */
export function readTriples(repository: string, most: number, merges = 1000): Triple[] {
  const real = mergesOf(repository, merges).slice(0, most);
  const edits = editsOf(repository);
  const left = Math.min(most - real.length, edits.length);
  const spread = Array.from({ length: left }, (_, index) => edits[Math.floor((index * edits.length) / left)]);
  const taken = [...real, ...spread];
  const texts = readBlobs(
    repository,
    taken.flatMap((one) => one?.ids.filter(Boolean) ?? []) as string[],
    biggest,
  );
  return taken.flatMap((one) => {
    const [base, ours, theirs, human] = one?.ids.map((id) => texts.get(id ?? '')) ?? [];
    if (!one || base === undefined || ours === undefined || theirs === undefined) return [];
    return [{ name: one.name, base, ours, theirs, ...(human === undefined ? {} : { human }) }];
  });
}

/** Real merges: files that both parents changed since their common ancestor. */
function mergesOf(repository: string, most: number): Ids[] {
  const merges = gitLines(repository, ['log', '--merges', '--format=%H %P', `--max-count=${most}`]);
  return merges.flatMap((line) => {
    const [merge = '', one = '', other = '', third] = line.split(' ');
    if (third !== undefined) return [];
    const [base] = gitLines(repository, ['merge-base', '--all', one, other]);
    if (base === undefined || base === one || base === other) return [];
    const [left, right] = [changed(repository, base, one), changed(repository, base, other)];
    const made = changed(repository, base, merge);
    return [...left].flatMap(([path, [from, ours]]) => {
      const [, theirs] = right.get(path) ?? [];
      if (theirs === undefined || theirs === ours) return [];
      const human = made.get(path)?.[1];
      return [{ name: `${merge.slice(0, 8)} ${path}`, ids: [from, ours, theirs, human] as const }];
    });
  });
}

function changed(repository: string, from: string, to: string): Map<string, readonly [string, string]> {
  const lines = gitLines(repository, ['diff-tree', '-r', '--raw', '--no-renames', '--no-abbrev', from, to]);
  return new Map(lines.flatMap(modification));
}

/** `:100644 100644 <old> <new> M<tab>path`, of files that were there before and after. */
function modification(line: string): [string, readonly [string, string]][] {
  const [, old, now, path] = /^:\d+ 100\d+ ([0-9a-f]+) ([0-9a-f]+) M\t(.*)$/.exec(line) ?? [];
  return old && now && path && !nothing.test(old + now) ? [[path, [old, now]]] : [];
}

/**
 * Changes that people made one after the other, put side by side as git itself does: taking one back later (`revert`)
 * and taking one over to an older state (`cherry-pick`).
 */
function editsOf(repository: string): Ids[] {
  const versions = new Map<string, string[]>();
  const log = [
    'log',
    '--reverse',
    '--first-parent',
    '-m',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '--format=',
  ];
  for (const line of gitLines(repository, log)) {
    for (const [path, [old, now]] of modification(line)) {
      const known = versions.get(path) ?? [old];
      if (known.at(-1) !== old) known.push(old);
      versions.set(path, [...known, now]);
    }
  }
  return [...versions].flatMap(([path, ids]) =>
    ids.flatMap((base, index) => {
      const [before, after] = [ids[index - 1], ids[index + 1]];
      if (before === undefined || after === undefined) return [];
      const older = ids[index - 3];
      const revert = { name: `revert ${path} ${base.slice(0, 8)}`, ids: [base, before, after] as const };
      const pick = { name: `pick ${path} ${base.slice(0, 8)}`, ids: [base, older ?? '', after] as const };
      return older === undefined ? [revert] : [revert, pick];
    }),
  );
}
