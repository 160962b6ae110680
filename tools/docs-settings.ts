// docs/generated/settings.md: every setting, its default and what it does.
import { settings } from '@portico/api/config';
import { z } from 'zod';
import { cell, markdownTable, type Page } from './docs-page.ts';

/** @returns the default as it would be written in the environment, `not set`, or `needed` */
function defaultOf(schema: z.ZodType): string {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'needed';
  return data === undefined ? 'not set' : `\`${typeof data === 'string' ? data : JSON.stringify(data)}\``;
}

export function settingsText(all: Readonly<Record<string, z.ZodType>> = settings): string {
  const rows = Object.entries(all).map(([name, schema]) => [
    `\`${name}\``,
    defaultOf(schema),
    cell(schema.description ?? ''),
  ]);
  return [
    '# Settings',
    '',
    'Read from the environment at the start (`apps/api/src/config.ts`). An empty value counts as not set. All faults are reported at once, and a value is never printed.',
    '',
    markdownTable(['setting', 'default', 'what it does'], rows),
  ].join('\n');
}

export const settingsPage: Page = { file: 'settings.md', render: () => Promise.resolve(settingsText()) };
