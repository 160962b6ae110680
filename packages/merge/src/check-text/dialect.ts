import type { Context, Emitter, Liquid, TagToken, Template, TopLevelToken } from 'liquidjs';

/** What drawing a tag writes, given what stands behind its name. Nothing where texts are only parsed. */
export type DrawTag = (name: string, args: string, context: Context, emitter: Emitter) => Iterable<unknown>;

const tagName = /\{%-?\s*(\w+)/g;

/** Tags of these texts that Liquid itself doesn't know, and which of them are blocks. */
export function unknownTags(texts: readonly string[], engine: Liquid): ReadonlyMap<string, boolean> {
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(tagName)].flatMap(([, name]) => name ?? [])),
  );
  const unknown = [...names].filter((name) => !engine.tags[name] && !isEnding(name, names));
  // A tag that some `end…` belongs to is a block, such as `fetchxml`; any other stands alone, such as `editable`.
  return new Map(unknown.map((name) => [name, names.has(`end${name}`)]));
}

const isEnding = (name: string, names: ReadonlySet<string>): boolean =>
  name.startsWith('end') ||
  ['else', 'elsif', 'when'].includes(name) ||
  (name === 'break' && names.has('for'));

/** Lets tags of Power Pages pass that Liquid itself doesn't know; what a block holds is read and not drawn. */
export async function teach(
  engine: Liquid,
  tags: ReadonlyMap<string, boolean>,
  draw?: DrawTag,
): Promise<Liquid> {
  const { Tag } = await import('liquidjs');
  for (const [name, isBlock] of tags) engine.registerTag(name, tagOf(name, isBlock));
  return engine;

  function tagOf(name: string, isBlock: boolean) {
    return class extends Tag {
      readonly #args: string;
      constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
        super(token, rest, liquid);
        this.#args = token.args;
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

      *render(context: Context, emitter: Emitter) {
        if (draw) yield* draw(name, this.#args, context, emitter);
      }
    };
  }
}
