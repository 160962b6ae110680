/** Names between braces in a path template: `/environments/{environment}` has one. */
export type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

const placeholder = /\{([^}]+)\}/g;

/**
 * Fills a template. Values are percent-encoded, so a value can never add a path segment, and brackets too, which
 * `encodeURIComponent` leaves: in OData they would close a key.
 */
export function fillPath(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replaceAll(placeholder, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..')
      throw new TypeError(`The path ${template} needs a value for ${name}.`);
    return encodeURIComponent(value).replaceAll('(', '%28').replaceAll(')', '%29');
  });
}

/** Reads the values back out of a concrete path, or undefined when it isn't this template's. */
export function pathMatcher(template: string): (path: string) => Record<string, string> | undefined {
  const names = [...template.matchAll(placeholder)].map((match) => match[1] ?? '');
  const source = template
    .split(placeholder)
    .map((part, index) => (index % 2 ? '([^/()]+)' : part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)))
    .join('');
  const pattern = new RegExp(`^${source}/?$`, 'i');
  return (path) => {
    const found = pattern.exec(path);
    if (!found) return undefined;
    try {
      const values = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const);
      // Nothing is called so, and a database refuses to be asked for it.
      return values.some(([, value]) => value.includes('\0')) ? undefined : Object.fromEntries(values);
    } catch (error) {
      if (error instanceof URIError) return undefined;
      throw error;
    }
  };
}
