// docs/generated/workspace.md: what the packages are and who imports whom.
import { layerRows, limits, packageRows, type Row } from './boundaries-table.ts';
import type { Page } from './docs-page.ts';
import { type Member, readMembers } from './workspace.ts';

/** Mermaid takes neither a slash nor a dot, nor the word "end", as the name of a node. */
const node = (zone: string): string =>
  `${zone.replace(/\W+/g, '_')}_["${zone.replace(/\/\.$/, ': wiring')}"]`;

/** @returns a Mermaid graph; an arrow reads "may import", a dotted one waits for its code */
export function graph(rows: readonly Row[]): string {
  const arrows = rows.map((row) => {
    const words = limits(row);
    const arrow = row.notYet ? '-.->' : '-->';
    return `  ${node(row.from)} ${arrow}${words ? `|${words}|` : ''} ${node(row.to)}`;
  });
  return ['```mermaid', 'graph LR', ...arrows, '```'].join('\n');
}

/** @param members as read from the package.json files */
export function workspaceText(members: readonly Member[]): string {
  const lines = members.map(
    ({ name, folder, description }) => `| \`${folder}\` | \`${name}\` | ${description} |`,
  );
  return [
    '# Workspace',
    '',
    '| folder | package | what it is |',
    '|---|---|---|',
    ...lines,
    '',
    '## Who may import whom',
    '',
    'From `tools/boundaries-table.ts`. An arrow reads "may import"; a dotted one waits for its code.',
    '',
    graph(packageRows),
    '',
    '## Inside the apps',
    '',
    'The wiring, the files directly in `src`, may import every layer. Checks and actions may import no other layer.',
    '',
    graph(layerRows),
  ].join('\n');
}

export const workspacePage: Page = {
  file: 'workspace.md',
  render: () => Promise.resolve(workspaceText(readMembers())),
};
