// All imports between files of the repository, and the circles among them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Import, isBarrel, readImports } from './imports.ts';
import { isCode, listFiles, root } from './repository.ts';
import { type Member, readMembers, resolveImport, type Target } from './workspace.ts';

export type Edge = Import & { from: string; target: Target };
export type Graph = { files: readonly string[]; edges: readonly Edge[]; barrels: readonly string[] };

/** Sources by path, so that a test can hand in a repository of its own. */
export type Sources = ReadonlyMap<string, string>;

export function readSources(from = root): Sources {
  return new Map(
    listFiles('', from).map((file) => [file, isCode(file) ? readFileSync(join(from, file), 'utf8') : '']),
  );
}

/** @throws Error naming the file when one cannot be read */
export function graphOf(sources: Sources = readSources(), members: readonly Member[] = readMembers()): Graph {
  const files = new Set(sources.keys());
  const code = [...sources].filter(([file]) => isCode(file));
  const edges = code.flatMap(([from, source]) => {
    try {
      return readImports(source).map((found) => ({
        ...found,
        from,
        target: resolveImport(found.specifier, from, files, members),
      }));
    } catch (error) {
      throw new Error(`${from} could not be read for its imports.`, { cause: error });
    }
  });
  const barrels = code.filter(([, source]) => isBarrel(source)).map(([file]) => file);
  return { files: code.map(([file]) => file), edges, barrels };
}

/**
 * Every circle of imports, types included: types do not harm at run time, but neither file can be read without
 * the other.
 * @returns per circle the files in the order of the imports, the first one again at the end
 */
export function circles({ files, edges }: Graph): string[][] {
  const next = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, target, form } of edges) {
    // A lazy import is a deliberate way out of a circle and does not load anything at start.
    if ('file' in target && form !== 'call') next.get(from)?.push(target.file);
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const seen = path.indexOf(file);
    if (seen >= 0) found.push([...path.slice(seen), file]);
    if (seen >= 0 || done.has(file)) return;
    for (const below of next.get(file) ?? []) visit(below, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
