import { BadQuery, NotLearned } from './refusals.ts';

export interface Expansion {
  readonly navigation: string;
  /** Undefined: all columns. */
  readonly select?: readonly string[];
}

/** Column names of a `$select`; undefined when there is none. */
export function parseSelect(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  const odd = names.find((name) => !/^\w+$/.test(name));
  if (odd !== undefined) throw new BadQuery(`Syntax error in the selection '${odd}'.`);
  return names;
}

/** Reads `publisherid($select=uniquename),ownerid`; of the options inside only `$select` is known. */
export function parseExpand(text: string | undefined): readonly Expansion[] {
  if (text === undefined) return [];
  return splitOutside(text, ',').map((part) => {
    const [, navigation, inside] = /^\s*(\w+)(?:\((.*)\))?\s*$/.exec(part) ?? [];
    if (!navigation) throw new BadQuery(`Syntax error in the expansion '${part.trim()}'.`);
    if (inside === undefined) return { navigation };
    const options = splitOutside(inside, ';').map((option) => option.trim());
    const unknown = options.find((option) => !option.startsWith('$select='));
    if (unknown !== undefined)
      throw new NotLearned(`The twin doesn't know '${unknown}' inside an expansion.`);
    const select = parseSelect(options[0]?.slice('$select='.length));
    return select ? { navigation, select } : { navigation };
  });
}

/** Splits at a separator that isn't inside parentheses. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  if (depth !== 0) throw new BadQuery(`A parenthesis is missing in '${text}'.`);
  return parts;
}
