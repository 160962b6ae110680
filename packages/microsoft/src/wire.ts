import { z } from 'zod';

/*
 * How Microsoft's services spell things, forgiven in one place. Each of these reads what was seen and answers
 * one spelling; what nobody has seen still fails, and becomes the Problem `upstream-shape`.
 */

/** A number that may come as text: `2` or `"2"` (dual-write gateway, licence counts). */
export const numeric = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/, 'a number')])
  .transform(Number);

/** A list that may come bare, wrapped as `{value: […]}`, or as null when it is empty. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z
    .union([z.array(item), z.looseObject({ value: z.array(item) }), z.null()])
    .transform((given): z.output<S>[] => (Array.isArray(given) ? given : (given?.value ?? [])));

/** A point in time as ISO 8601 in UTC, to the millisecond; one without a zone is meant as UTC. */
export const utcTime = z.string().transform((given, context) => {
  const text = given.trim();
  const bare = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text);
  const time = new Date(bare ? `${text.replace(' ', 'T')}Z` : text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  context.addIssue({ code: 'custom', message: 'a date', input: given });
  return z.NEVER;
});

/** One of the values we know, in any letter case, or `unknown:<what came>`, so that nothing new stops us. */
export const openEnum = <const V extends string>(...known: readonly V[]) =>
  z
    .string()
    .transform(
      (given): V | `unknown:${string}` =>
        known.find((value) => value.toLowerCase() === given.trim().toLowerCase()) ??
        `unknown:${given.slice(0, 100)}`,
    );

/** An object whose keys may come in any letter case; a key spelled as in the schema wins over its look-alikes. */
export function anyCase<S extends z.ZodObject>(schema: S): z.ZodType<z.output<S>, z.input<S>> {
  const names = new Map(Object.keys(schema.shape).map((name) => [name.toLowerCase(), name]));
  const respelled = z.preprocess((given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
    const entries = Object.entries(given).map(([key, value]): [string, unknown] => [
      names.get(key.toLowerCase()) ?? key,
      value,
    ]);
    const exact = Object.entries(given).filter(([key]) => names.get(key.toLowerCase()) === key);
    return Object.fromEntries([...entries, ...exact]);
  }, schema);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- anything may come, but who writes it (the twin) writes the exact shape
  return respelled as unknown as z.ZodType<z.output<S>, z.input<S>>;
}
