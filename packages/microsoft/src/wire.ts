import { z } from 'zod';

/*
 * How Microsoft's services spell things, forgiven in one place. Each of these reads what was seen and answers
 * one spelling; what nobody has seen still fails, and becomes the Problem `upstream-shape`.
 */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object whose keys may come in any letter case; what the schema doesn't name is kept. A key that is spelled as
 * in the schema wins over its look-alikes.
 */
export function anyCase<const Shape extends z.ZodRawShape>(shape: Shape) {
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  return z.preprocess((value) => {
    if (!isRecord(value)) return value;
    const named = Object.entries(value).map(([key, each]) => [names.get(key.toLowerCase()) ?? key, each]);
    const exact = Object.entries(value).filter(([key]) => names.get(key.toLowerCase()) === key);
    return Object.fromEntries([...named, ...exact]) as unknown;
  }, z.looseObject(shape));
}

/** A list: bare, as the `value` of an object, or null when it is empty. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => {
    if (value === null) return [];
    if (!isRecord(value)) return value;
    return Object.entries(value).find(([key]) => key.toLowerCase() === 'value')?.[1] ?? value;
  }, z.array(item));

/** "2" or 2, as text. */
export const digits = z.union([z.string(), z.number()]).transform(String);

/** A number, or one written as text. */
export const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** A number, or one written as text; nothing counts as 0. */
export const count = numeric.nullish().transform((value) => value ?? 0);

/** A known code as its name; what nobody has seen stays readable as `unknown:<raw>`. */
export const codeOf = <const Name extends string>(names: Readonly<Record<string, Name>>) =>
  digits.transform((raw): Name | `unknown:${string}` => names[raw] ?? `unknown:${raw}`);

/** One of the values we know, in any letter case, or `unknown:<raw>`, so that nothing new stops us. */
export const openEnum = <const Value extends string>(...known: readonly Value[]) =>
  z
    .string()
    .transform(
      (raw): Value | `unknown:${string}` =>
        known.find((value) => value.toLowerCase() === raw.trim().toLowerCase()) ?? `unknown:${raw}`,
    );

/** A point in time as ISO 8601 in UTC, to the millisecond; one without a zone is meant as UTC. */
export const utcTime = z.string().transform((given, context) => {
  const text = given.trim();
  const bare = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text);
  const time = new Date(bare ? `${text.replace(' ', 'T')}Z` : text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  context.addIssue({ code: 'custom', message: 'a date', input: given });
  return z.NEVER;
});
