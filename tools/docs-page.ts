// What a generated page is; apart from docs.ts so that pages and their list need not import each other.

/** One generated page. */
export type Page = {
  /** File name below docs/generated. */
  file: string;
  /** The whole page as Markdown; the same code must give the same text. */
  render(): Promise<string>;
};
