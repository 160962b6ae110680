// docs/generated/playbook.md: what dual-write's messages mean, who mends it, and how.
import { playbook } from '@portico/api/dual-write/playbook/playbook';
import { cell, markdownTable, type Page } from './docs-page.ts';

const inCode = (text: string): string => `\`${text.replaceAll('`', '')}\``;

export function playbookText(): string {
  const documented = playbook.filter(({ standing }) => !standing).length;
  const rows = playbook.map(({ id, forms, cause, owner, steps, source, standing, general }) => [
    `<a id="${id}"></a>${inCode(id)}${general ? ' (general)' : ''}`,
    forms.map((form) => cell(inCode(form))).join('<br>'),
    cell(cause.defaultMessage),
    owner,
    cell(steps.map(({ defaultMessage }, index) => `${index + 1}. ${defaultMessage}`).join(' ')),
    `[${source.split('/').at(-1)}](https://learn.microsoft.com/${source})${standing ? `, words ${standing}` : ''}`,
  ]);
  return [
    '# What dual-write’s messages mean',
    '',
    `${playbook.length} entries, ${documented} of them with words or a code that Microsoft wrote down. The others have a case that is written down and words that are concluded; they say so. A message may mean several things; a *general* entry speaks only where no other does. Letter case, quotes and contractions don’t matter; \`<name>\` stands for a word, \`<name…>\` for several, \`…\` for whatever lies between. What isn’t here is shown as it came, with its ids.`,
    '',
    'Code: `apps/api/src/dual-write/playbook`.',
    '',
    markdownTable(['entry', 'what it says', 'cause', 'who', 'what to do', 'source'], rows),
  ].join('\n');
}

export const playbookPage: Page = { file: 'playbook.md', render: () => Promise.resolve(playbookText()) };
