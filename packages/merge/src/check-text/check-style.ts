import { type TextFault, withoutLiquid } from './fault.ts';

/** Whether everything in a style sheet is closed; what a browser would skip is its own matter. */
export async function checkStyle(text: string): Promise<TextFault[]> {
  const { CssSyntaxError, parse } = await import('postcss');
  try {
    parse(withoutLiquid(text));
    return [];
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return [{ language: 'CSS', line: error.line ?? 1, says: error.reason }];
  }
}
