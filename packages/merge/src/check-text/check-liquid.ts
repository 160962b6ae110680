import type { Liquid as Engine } from 'liquidjs';
import { teach, unknownTags } from './dialect.ts';
import type { TextFault } from './fault.ts';

/** The engine of all texts whose tags Liquid knows: making one takes longer than parsing a text, and parsing leaves nothing in it. */
const engines: Engine[] = [];

/** Whether every tag is closed and can be read. Tags of Power Pages that Liquid itself doesn't know are let pass. */
export async function checkLiquid(text: string): Promise<TextFault[]> {
  // Most texts hold none of it, and a site has thousands.
  if (!/\{[{%]/.test(text)) return [];
  const { Liquid } = await import('liquidjs');
  const common = (engines[0] ??= new Liquid());
  const unknown = unknownTags([text], common);
  const engine = unknown.size > 0 ? await teach(new Liquid(), unknown) : common;
  try {
    engine.parse(text);
    return [];
  } catch (error) {
    // The parser throws at the first fault; what it says is the finding.
    return [{ language: 'Liquid', ...faultIn(error) }];
  }
}

/** What Liquid says of a text, and the line it says it of. */
export function faultIn(error: unknown): { readonly line: number; readonly says: string } {
  const said = error instanceof Error ? error.message : String(error);
  const [, line] = /line:(\d+)/.exec(said) ?? [];
  return { line: Number(line ?? 1), says: said.replace(/, line:\d+, col:\d+/, '') };
}
