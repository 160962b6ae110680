/** What a parser says of a text, in its own words, and the line, counted from 1. */
export interface TextFault {
  readonly language: 'Liquid' | 'JavaScript' | 'CSS' | 'JSON';
  readonly line: number;
  readonly says: string;
}

const newlines = (text: string): string => text.replace(/[^\n]/g, '');

/** The text without its Liquid, for parsers that don't know it: outputs become a name, tags nothing. Lines stay. */
export const withoutLiquid = (text: string): string =>
  text
    .replace(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g, newlines)
    .replace(/\{%[^]*?%\}/g, newlines)
    .replace(/\{\{[^]*?\}\}/g, (output) => `liquid${newlines(output)}`);
