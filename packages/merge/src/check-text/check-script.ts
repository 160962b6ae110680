import { type TextFault, withoutLiquid } from './fault.ts';

/** Whether it is JavaScript, as a script or as a module. */
export async function checkScript(text: string): Promise<TextFault[]> {
  const { parse } = await import('acorn');
  const plain = withoutLiquid(text);
  const faults = (['script', 'module'] as const).flatMap((sourceType): TextFault[] => {
    try {
      parse(plain, { ecmaVersion: 'latest', sourceType, allowReturnOutsideFunction: true });
      return [];
    } catch (error) {
      // What the parser throws is the finding.
      return [faultOf(error)];
    }
  });
  // One of the two will do; what is said of a script tells more.
  return faults.length === 2 ? faults.slice(0, 1) : [];
}

function faultOf(error: unknown): TextFault {
  const said = error instanceof Error ? error.message : String(error);
  const [, line] = /\((\d+):\d+\)$/.exec(said) ?? [];
  return { language: 'JavaScript', line: Number(line ?? 1), says: said.replace(/ \(\d+:\d+\)$/, '') };
}
