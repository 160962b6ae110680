// Reading JSON that other programs wrote: each function returns the value in the wanted shape or throws.

export function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw surprise('an object', value);
  return Object.fromEntries(Object.entries(value));
}

export function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw surprise('a list', value);
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw surprise('a text', value);
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== 'number') throw surprise('a number', value);
  return value;
}

/** @returns a flat object of texts, such as a message catalogue */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value)).map(([key, below]) => [key, text(below)]));
}

function surprise(wanted: string, value: unknown): TypeError {
  return new TypeError(`Expected ${wanted}, found ${JSON.stringify(value)?.slice(0, 80)}.`);
}
