/**
 * One text for one value: keys sorted, absent members left out, strings as the database can keep them
 * (PostgreSQL's jsonb refuses NUL and lone surrogates, and what upstream said may hold both).
 */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value));

function ordered(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return ordered(value.toJSON());
  if (Array.isArray(value)) return value.map(ordered);
  const members = Object.entries(value).map(([key, member]) => [storable(key), ordered(member)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const storable = (said: string): string => said.toWellFormed().replaceAll('\u0000', '\uFFFD');
