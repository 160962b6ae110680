import { checkLiquid } from './check-text/check-liquid.ts';
import { checkScript } from './check-text/check-script.ts';
import { checkStyle } from './check-text/check-style.ts';
import type { TextFault } from './check-text/fault.ts';
import type { CellKind, Value } from './canonical/content.ts';
import type { Decision } from './decide.ts';

/** Texts of a record that can't be applied as they are, by column. */
export interface UnsoundText {
  readonly record: string;
  readonly cell: string;
  readonly faults: readonly TextFault[];
}

/**
 * Parses every text that a decision changes. It must be empty before anything is applied: a site was seen to break over
 * a stray tag in a comment. The parsers are loaded when they are needed, so this module costs a browser nothing else.
 */
export async function checkTexts({ records }: Pick<Decision, 'records'>): Promise<UnsoundText[]> {
  const unsound: UnsoundText[] = [];
  for (const { record, says } of records) {
    for (const [cell, value] of says ?? []) {
      const [ours, theirs] = [record.sides.ours?.get(cell), record.sides.theirs?.get(cell)];
      if (typeof value !== 'string' || value === ours?.value) continue;
      const kind = (ours ?? theirs)?.kind ?? 'plain';
      const faults = await newFaults(kind, value, [ours?.value, theirs?.value]);
      if (faults.length > 0) unsound.push({ record: record.id, cell, faults });
    }
  }
  return unsound;
}

/**
 * Faults of a text that neither of its sources has. What a source has too is how the site works today, or a dialect
 * that a parser doesn't know: the merge didn't make it.
 */
export async function newFaults(
  kind: CellKind,
  text: string,
  sources: readonly (Value | undefined)[],
): Promise<TextFault[]> {
  const faults = await checkText(kind, text);
  if (faults.length === 0) return [];
  const known = await Promise.all(
    sources.map((source) => checkText(kind, typeof source === 'string' ? source : '')),
  );
  const said = new Set(known.flat().map(({ language, says }) => `${language} ${says}`));
  return faults.filter(({ language, says }) => !said.has(`${language} ${says}`));
}

/** All that parsers say of one text. Scripts and styles of a page go through Liquid too. */
export async function checkText(kind: CellKind, text: string): Promise<TextFault[]> {
  switch (kind) {
    case 'liquid':
      return checkLiquid(text);
    case 'script':
      return [...(await checkLiquid(text)), ...(await checkScript(text))];
    case 'style':
      return [...(await checkLiquid(text)), ...(await checkStyle(text))];
    case 'json':
    case 'languages':
      return /^\s*[[{]/.test(text) ? checkJson(text) : [];
    default:
      return [];
  }
}

function checkJson(text: string): TextFault[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    // What the parser throws is the finding.
    return [{ language: 'JSON', line: 1, says: error instanceof Error ? error.message : String(error) }];
  }
}
