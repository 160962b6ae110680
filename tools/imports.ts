// Finds the import and export-from statements of a TypeScript file. TypeScript 7 has no compiler API, and the
// statements are simple once comments, texts and regular expressions are out of the way.

/** One statement that names another module. `type`: erased before running (`import type`, `export type`). */
export type Import = {
  specifier: string;
  line: number;
  kind: 'value' | 'type';
  form: 'import' | 'export' | 'call';
};

/** The source with comments blanked and each text replaced by `"<its number>"`; line breaks stay. */
export type Masked = { code: string; texts: string[] };

/** After these a slash begins a regular expression; after a value it divides, and after `<` it closes a JSX tag. */
const beforeRegex =
  /(?:^|[(,=:[!&|?{;+\-*%~^>]|\b(?:return|typeof|case|in|of|void|delete|throw|do|else|await|yield))\s*$/;
const regex = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const quoted = /(["'])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const plain = /[^"'`/{}]+/y;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * A quote without an end on its line (an apostrophe in JSX text) is taken as an ordinary letter.
 * @throws Error when a template never ends: the rest of the file could not be read, and silence would hide imports
 */
export function mask(source: string): Masked {
  const texts: string[] = [];
  let code = '';
  let at = 0;
  /** Depth of braces at which each open `${` ends, innermost last. */
  const holes: number[] = [];
  let depth = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  const template = (): void => {
    const found = take(/(?:\\[\s\S]|\$(?!\{)|[^`$\\])*(`|\$\{)/y);
    if (!found) throw new Error('A template literal does not end.');
    code += blank(found[0]);
    if (found[1] === '${') {
      depth += 1;
      holes.push(depth);
    }
  };

  while (at < source.length) {
    const note = take(comment);
    if (note) {
      code += blank(note[0]);
      continue;
    }
    const text = take(quoted);
    if (text) {
      code += `"${texts.push(text[2] ?? '') - 1}"${text[0].replace(/[^\n]/g, '')}`;
      continue;
    }
    const expression = source[at] === '/' && beforeRegex.test(code.slice(-40)) ? take(regex) : null;
    if (expression) {
      code += blank(expression[0]);
      continue;
    }
    const run = take(plain);
    if (run) {
      code += run[0];
      continue;
    }
    const letter = source[at] ?? '';
    at += 1;
    if (letter === '`') {
      template();
      continue;
    }
    if (letter === '{') depth += 1;
    const closesHole = letter === '}' && holes.at(-1) === depth;
    if (letter === '}') depth -= 1;
    code += letter;
    if (closesHole) {
      holes.pop();
      template();
    }
  }
  return { code, texts };
}

/** Names between the keyword and `from`; another keyword in between means that the first had no `from`. */
const names = String.raw`(?:(?!\b(?:import|export)\b)[\w$\s{},*])*?`;
const statements = new RegExp(
  [
    String.raw`(?<![.\w$])(?<form>import|export)(?:\s+|(?=[{*]))(?<type>type\s+)?(?:${names}[\s}*])?from\s*"(?<from>\d+)"`,
    String.raw`(?<![.\w$])import\s*"(?<bare>\d+)"`,
    String.raw`(?<![.\w$])import\s*\(\s*"(?<call>\d+)"`,
  ].join('|'),
  'g',
);

/** @returns the statements in the order of the file; lines count from 1 */
export function readImports(source: string): Import[] {
  const { code, texts } = mask(source);
  return [...code.matchAll(statements)].map((found) => {
    const { form, type, from, bare, call } = found.groups ?? {};
    const specifier = texts[Number(from ?? bare ?? call)] ?? '';
    const line = code.slice(0, found.index).split('\n').length;
    const kind = type ? 'type' : 'value';
    return { specifier, line, kind, form: call ? 'call' : form === 'export' ? 'export' : 'import' };
  });
}

/** @returns whether a file does nothing but hand on what others export */
export function isBarrel(source: string): boolean {
  const { code } = mask(source);
  const rest = code
    .replaceAll(statements, (found, form) => (form === 'export' ? '' : found))
    .replace(/[\s;]/g, '');
  return rest === '' && readImports(source).length > 0;
}
