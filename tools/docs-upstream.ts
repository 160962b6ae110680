// docs/generated/upstream.md: every call to Microsoft that Portico can make, how sure we are of it, and what the twin
// only assumes.
import type { Endpoint } from '@portico/http/endpoint';
import type { Service } from '@portico/microsoft/service';
import { assumed } from '@portico/twin/world';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cell, markdownTable, type Page } from './docs-page.ts';
import { isTest, listFiles, root } from './repository.ts';

const folder = 'packages/microsoft/src/services';

const isService = (value: unknown): value is Service =>
  typeof value === 'object' && value !== null && 'name' in value && 'endpoints' in value;

/** Every service that a file of the folder exports; a new file needs no line here. */
async function readServices(): Promise<{ service: Service; file: string }[]> {
  const files = listFiles(folder).filter(
    (file) => !file.slice(folder.length + 1).includes('/') && file.endsWith('.ts') && !isTest(file),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(join(root, file));
      const services = Object.values(module).filter(isService);
      if (services.length === 0) throw new Error(`${file} exports no service; its parts belong in a folder.`);
      return services.map((service) => ({ service, file }));
    }),
  );
  return found.flat();
}

const effects = {
  safe: 'safe: may be repeated',
  keyed: 'keyed: looked up before it is repeated',
  unsafe: 'unsafe: never repeated',
} satisfies Record<Endpoint['effect'], string>;

export function serviceText({ name, endpoints }: Pick<Service, 'name' | 'endpoints'>, file: string): string {
  const rows = Object.entries(endpoints).map(([id, row]) => [
    `\`${id}\``,
    `\`${row.method} ${cell(row.path)}\``,
    cell(row.summary),
    row.standing,
    cell(row.source),
    effects[row.effect],
  ]);
  return [
    `## ${name}`,
    '',
    `\`${file}\``,
    '',
    markdownTable(['endpoint', 'call', 'what for', 'standing', 'source', 'effect'], rows),
    '',
  ].join('\n');
}

/** @returns name → what it is about and what it may be, from the comments beside the switches */
export function describedSwitches(source: string): Map<string, { says: string; values: string }> {
  const body = /export interface Switches \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  const found = body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(?:readonly )?(\w+): ([^;]+);/g);
  return new Map(
    [...found].map(([, says = '', name = '', values = '']) => [
      name,
      { says: says.replaceAll(/\s*\*?\s+/g, ' ').trim(), values },
    ]),
  );
}

function switchesText(): string {
  const described = describedSwitches(readFileSync(join(root, 'packages/twin/src/world.ts'), 'utf8'));
  const rows = Object.entries(assumed).map(([name, value]) => {
    const { says, values } = described.get(name) ?? {};
    if (!says || !values)
      throw new Error(`The twin’s switch ${name} has no comment that says what it is about.`);
    return [`\`${name}\``, `\`${value}\``, `\`${cell(values)}\``, cell(says)];
  });
  return [
    '## What the twin assumes',
    '',
    'Nobody outside Microsoft knows these. Each is a switch of the twin with a default.',
    '',
    markdownTable(['switch', 'assumed', 'may be', 'what about'], rows),
  ].join('\n');
}

export async function upstreamText(): Promise<string> {
  const services = await readServices();
  const rows = services.flatMap(({ service }) => Object.values(service.endpoints));
  const count = (standing: Endpoint['standing']): string =>
    `${rows.filter((row) => row.standing === standing).length} ${standing}`;
  return [
    '# Microsoft’s services as Portico calls them',
    '',
    `${rows.length} endpoints of ${services.length} services: ${count('documented')}, ${count('observed')}, ${count('inferred')}. *Documented*: Microsoft wrote it down. *Observed*: seen in Microsoft’s own or others’ working code. *Inferred*: concluded. What leans on less than documented says so on screen and in the report.`,
    '',
    ...services.map(({ service, file }) => serviceText(service, file)),
    switchesText(),
  ].join('\n');
}

export const upstreamPage: Page = { file: 'upstream.md', render: upstreamText };
