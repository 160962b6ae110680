import { z } from 'zod';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose keys may come in any letter case; what the schema doesn't name is kept. */
export function anyCase<const Shape extends z.ZodRawShape>(shape: Shape) {
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  return z.preprocess(
    (value) =>
      isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, each]) => [names.get(key.toLowerCase()) ?? key, each]),
          )
        : value,
    z.looseObject(shape),
  );
}

/** A list, bare or as the `value` of an object. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => {
    if (!isRecord(value)) return value;
    return Object.entries(value).find(([key]) => key.toLowerCase() === 'value')?.[1] ?? value;
  }, z.array(item));

/** "2" or 2. */
export const digits = z.union([z.string(), z.number()]).transform(String);

/** A number, or one written as text; nothing counts as 0. */
export const count = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? 0);

/** A known code as its name; what nobody has seen stays readable as `unknown:<raw>`. */
export const codeOf = <const Name extends string>(names: Readonly<Record<string, Name>>) =>
  digits.transform((raw): Name | `unknown:${string}` => names[raw] ?? `unknown:${raw}`);
