import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A small wrong variant of the product: passages that are replaced while their files are loaded. */
export interface Plant {
  /** What is wrong with it. */
  readonly says: string;
  readonly edits: readonly Edit[];
  /** The seed to begin with, where the first that finds it is far away. Without it the search begins at 1. */
  readonly near?: number;
}

interface Edit {
  /** Below the repository's root. */
  readonly file: string;
  /** What stands there, once; when it doesn't any more, the plant must be made anew. */
  readonly from: string;
  readonly to: string;
}

const root = new URL('../../../../../', import.meta.url);
/** Edits by the mark of their plant. */
const planted = new Map<string, readonly Edit[]>();
const isOurs = (url: string) => url.startsWith(root.href) && !url.includes('/node_modules/');
const markOf = (url: string | undefined) => (url ? URL.parse(url)?.searchParams.get('plant') : undefined);

/** Loads a module with all of ours that it imports once more, with the plant in them: files stay as they are. */
export async function importPlanted(module: URL, name: string, { edits }: Plant): Promise<unknown> {
  if (planted.size === 0) registerHooks({ resolve, load });
  planted.set(name, edits);
  const marked = new URL(module);
  marked.searchParams.set('plant', name);
  return import(marked.href);
}

type Hooks = Required<Parameters<typeof registerHooks>[0]>;

const resolve: Hooks['resolve'] = (specifier, context, next) => {
  const found = next(specifier, context);
  const mark = markOf(context.parentURL);
  if (!mark || !isOurs(found.url) || markOf(found.url)) return found;
  const url = new URL(found.url);
  url.searchParams.set('plant', mark);
  return { ...found, url: url.href };
};

const load: Hooks['load'] = (url, context, next) => {
  const loaded = next(url, context);
  const edits = planted.get(markOf(url) ?? '')?.filter(({ file }) => isFile(url, file)) ?? [];
  if (edits.length === 0) return loaded;
  // Node reads a module of ours as bytes; `next` may hand on a text as well.
  const { source: read } = loaded;
  const text = typeof read === 'string' ? read : new TextDecoder().decode(read);
  const source = edits.reduce(replaceOnce, text);
  return { ...loaded, source };
};

const isFile = (url: string, file: string) =>
  fileURLToPath(url.replace(/\?.*$/, '')) === fileURLToPath(new URL(file, root));

export function replaceOnce(source: string, { file, from, to }: Edit): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}
