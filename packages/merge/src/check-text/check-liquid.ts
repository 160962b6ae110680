import type { Liquid as Engine, TagToken, Template, TopLevelToken } from 'liquidjs';
import type { TextFault } from './fault.ts';

/** The engine of all texts whose tags Liquid knows: making one takes longer than parsing a text, and parsing leaves nothing in it. */
const engines: Engine[] = [];

const tagName = /\{%-?\s*(\w+)/g;

/** Whether every tag is closed and can be read. Tags of Power Pages that Liquid itself doesn't know are let pass. */
export async function checkLiquid(text: string): Promise<TextFault[]> {
  // Most texts hold none of it, and a site has thousands.
  if (!/\{[{%]/.test(text)) return [];
  const { Liquid, Tag } = await import('liquidjs');
  const common = (engines[0] ??= new Liquid());
  const names = new Set([...text.matchAll(tagName)].flatMap(([, name]) => name ?? []));
  const unknown = [...names].filter((name) => !common.tags[name] && !isEnding(name, names));
  const engine = unknown.length > 0 ? new Liquid() : common;
  for (const name of unknown) engine.registerTag(name, lenient(name));
  try {
    engine.parse(text);
    return [];
  } catch (error) {
    // The parser throws at the first fault; what it says is the finding.
    const said = error instanceof Error ? error.message : String(error);
    const [, line] = /line:(\d+)/.exec(said) ?? [];
    return [{ language: 'Liquid', line: Number(line ?? 1), says: said.replace(/, line:\d+, col:\d+/, '') }];
  }

  /** A tag that some `end…` belongs to is a block, such as `fetchxml`; any other stands alone, such as `editable`. */
  function lenient(name: string) {
    const isBlock = names.has(`end${name}`);
    return class extends Tag {
      constructor(token: TagToken, rest: TopLevelToken[], liquid: Engine) {
        super(token, rest, liquid);
        if (!isBlock) return;
        let closed = false;
        const stream = liquid.parser
          .parseStream(rest)
          .on(`tag:end${name}`, () => {
            closed = true;
            stream.stop();
          })
          .on('template', (_: Template) => undefined)
          .on('end', () => {
            if (!closed) throw new Error(`tag ${token.getText()} not closed`);
          });
        stream.start();
      }

      // Nothing is ever drawn; the parser wants to know how it would be.
      *render() {}
    };
  }
}

const isEnding = (name: string, names: ReadonlySet<string>): boolean =>
  name.startsWith('end') ||
  ['else', 'elsif', 'when'].includes(name) ||
  (name === 'break' && names.has('for'));
