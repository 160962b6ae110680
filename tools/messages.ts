// `node tools/messages.ts` writes the English catalogue from the code, `--check` tells whether it is up to date.
// Messages stand in the code that says them: `msg({ id, defaultMessage })`, and react-intl's own forms in the web app.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as v from './json.ts';
import { runProgram } from './program.ts';
import { isTest, listFiles, root } from './repository.ts';

export { pseudo, pseudoCatalogue } from './pseudo-locale.ts';

/** Flat: id → ICU message, sorted by id. */
export const catalogueFile = 'packages/contract/src/text/en.json';
const scratch = join(root, 'node_modules', '.cache', 'messages');

/** What the extraction found: the catalogue and, one line each, what is wrong in the code. */
export type Extraction = { catalogue: Record<string, string>; faults: string[] };

/** @returns source files that can say something: packages and apps without tests */
export function messageFiles(): string[] {
  return listFiles().filter(
    (file) =>
      /^(packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(file) && !isTest(file) && !file.endsWith('.d.ts'),
  );
}

/** Only code that renders stored messages may look one up by a computed id; it lies in a text folder. */
const rendersMessages = /\/text(?:\/|\.tsx?$)/;

function faultsFromWarnings(warnings: string): string[] {
  const lines = warnings.split('[@formatjs/cli] [WARN]').map((line) => line.trim());
  return lines.flatMap((line) => {
    const [, place = '', words = ''] = /^(\S+:\d+):\d+ \[FormatJS\] (.+)$/.exec(line) ?? [];
    const lookUp = words.startsWith('`id`') && rendersMessages.test(place.replace(/:\d+$/, ''));
    if (place !== '') return lookUp ? [] : [`${place} ${words}`];
    const twice = /Duplicate message id: "([^"]+)"/.exec(line)?.[1];
    return twice ? [`The message "${twice}" has two different texts; grep for its id.`] : [];
  });
}

/** Ids are dotted kebab-case and begin with the name of what says them: `fno-linked.title`. */
const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;
const missing = 'NO-ID-';

/**
 * @param output JSON of `formatjs extract --extract-source-location`
 * @param warnings what it wrote to its error stream
 */
export function readExtraction(output: string, warnings: string): Extraction {
  const faults = faultsFromWarnings(warnings.replaceAll(`${root}/`, ''));
  const catalogue: Record<string, string> = {};
  for (const [id, found] of Object.entries(v.object(JSON.parse(output))).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const { defaultMessage, file, line } = v.object(found);
    const place = `${relative(root, v.text(file))}:${v.number(line)}`;
    if (typeof defaultMessage !== 'string')
      faults.push(`${place} The message "${id}" has no defaultMessage.`);
    else if (id.startsWith(missing)) faults.push(`${place} The message "${defaultMessage}" has no id.`);
    else if (!idShape.test(id)) faults.push(`${place} The id "${id}" is not of the form fno-linked.title.`);
    else catalogue[id] = defaultMessage;
  }
  return { catalogue, faults };
}

/**
 * @param files relative to the repository
 * @throws Error with everything formatjs said when it fails altogether
 */
export async function extractMessages(files = messageFiles()): Promise<Extraction> {
  mkdirSync(scratch, { recursive: true });
  const draft = join(scratch, `${process.pid}`);
  const [input, output, text] = [`${draft}.files`, `${draft}.json`, `${draft}.text.json`];
  try {
    // A list in a file: a few hundred paths are more than a Windows command line holds.
    writeFileSync(input, files.join('\n'));
    const extract = ['extract', '--in-file', input, '--out-file', output, '--extract-source-location'];
    const names = [
      '--additional-function-names',
      'msg',
      '--id-interpolation-pattern',
      `${missing}[sha512:contenthash:hex:8]`,
    ];
    const extracted = await runProgram('formatjs', [...extract, ...names]);
    if (extracted.exitCode !== 0) throw new Error(`The messages could not be read.\n${extracted.output}`);
    const found = readExtraction(readFileSync(output, 'utf8'), extracted.output);
    writeFileSync(text, JSON.stringify(found.catalogue));
    const compiled = await runProgram('formatjs', [
      'compile',
      text,
      '--format',
      'simple',
      '--out-file',
      output,
    ]);
    if (compiled.exitCode === 0) return found;
    return {
      ...found,
      faults: [...found.faults, `A message is not well-formed ICU: ${compiled.output.trim().split('\n')[0]}`],
    };
  } finally {
    for (const file of [input, output, text]) rmSync(file, { force: true });
  }
}

/** @returns the committed catalogue; empty when there is none yet */
export function readCatalogue(): Record<string, string> {
  const known = listFiles(dirname(catalogueFile)).includes(catalogueFile);
  return known ? v.texts(JSON.parse(readFileSync(join(root, catalogueFile), 'utf8'))) : {};
}

/** @returns one line per message that is new, gone or changed */
export function compare(committed: Record<string, string>, wanted: Record<string, string>): string[] {
  const ids = [...new Set([...Object.keys(committed), ...Object.keys(wanted)])].sort();
  return ids.flatMap((id) => {
    if (committed[id] === wanted[id]) return [];
    if (wanted[id] === undefined) return [`${id} is in the catalogue, but nothing says it any more`];
    return [
      committed[id] === undefined ? `${id} is not in the catalogue` : `${id} has another text in the code`,
    ];
  });
}

async function main(check: boolean): Promise<number> {
  const { catalogue, faults } = await extractMessages();
  const stale = check ? compare(readCatalogue(), catalogue) : [];
  for (const line of [...faults, ...stale]) process.stdout.write(`${line}\n`);
  if (stale.length > 0) process.stdout.write('Write the catalogue anew with `node tools/messages.ts`.\n');
  if (faults.length + stale.length > 0) return 1;
  if (!check) {
    mkdirSync(dirname(join(root, catalogueFile)), { recursive: true });
    writeFileSync(join(root, catalogueFile), `${JSON.stringify(catalogue, null, 2)}\n`);
  }
  return 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'));
