// The workspace as imports see it: where a file belongs and which file an import means.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import * as v from './json.ts';
import { root } from './repository.ts';

/** A package or app. `exports` maps what may be named (`./*`) to where it lies (`./src/*.ts`). */
export type Member = { name: string; folder: string; description: string; exports: Record<string, string> };

/** @returns packages, then apps, then e2e, each in the order of the alphabet */
export function readMembers(from = root): Member[] {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(`${from}/${group}`)
      .sort()
      .map((name) => `${group}/${name}`),
  );
  return [...folders, 'e2e']
    .filter((folder) => existsSync(`${from}/${folder}/package.json`))
    .map((folder) => {
      const manifest = v.object(JSON.parse(readFileSync(`${from}/${folder}/package.json`, 'utf8')));
      const { name, description = '', exports = {} } = manifest;
      return { name: v.text(name), folder, description: v.text(description), exports: v.texts(exports) };
    });
}

/** @returns `plan`, `web`, `tools`…: the package or app, else the first folder, else `root` */
export function zoneOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (!file.includes('/')) return 'root';
  return first === 'packages' || first === 'apps' ? second : first;
}

/** @returns `api/checks`, `web/.`: the layer of a file inside an app, or undefined outside the apps' `src` */
export function layerOf(file: string): string | undefined {
  const [, app, below] = /^apps\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(file) ?? [];
  return app === undefined ? undefined : `${app}/${below ?? '.'}`;
}

/** Which file an import means. `inside`: it names one of ours that does not exist or may not be named. */
export type Target = { file: string } | { inside: string } | { outside: string };

/** As Node does: an exact name before patterns, and of the patterns the longest. */
function throughExports({ folder, exports }: Member, below: string): string | undefined {
  const exact = exports[below];
  if (exact !== undefined) return normalize(join(folder, exact));
  const patterns = Object.entries(exports).sort(([a], [b]) => b.indexOf('*') - a.indexOf('*'));
  for (const [pattern, place] of patterns) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !below.startsWith(before) || !below.endsWith(after)) continue;
    const star = below.slice(before.length, below.length - after.length);
    return normalize(join(folder, place.replaceAll('*', star)));
  }
  return undefined;
}

/**
 * @param specifier as written in the import
 * @param importer file that contains it
 * @param files all files of the repository
 */
export function resolveImport(
  specifier: string,
  importer: string,
  files: ReadonlySet<string>,
  members: readonly Member[],
): Target {
  if (specifier.startsWith('.')) {
    const file = normalize(join(dirname(importer), specifier.replace(/\?.*$/, '')));
    return files.has(file) ? { file } : { inside: `${file} does not exist` };
  }
  const member = members.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (!member) return { outside: specifier };
  const file = throughExports(member, `.${specifier.slice(member.name.length)}`);
  if (file === undefined) return { inside: `${member.name} does not export it (see its package.json)` };
  return files.has(file) ? { file } : { inside: `${file} does not exist` };
}
