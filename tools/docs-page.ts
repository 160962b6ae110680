// What a generated page is; apart from docs.ts so that pages and their list need not import each other.

/** One generated page. */
export type Page = {
  /** File name below docs/generated. */
  file: string;
  /** The whole page, as Markdown or, by its file's name, as JSON; the same code must give the same text. */
  render(): Promise<string>;
};

/** @returns text that stands in one cell of a Markdown table */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** @returns a Markdown table; cells are taken as Markdown */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
