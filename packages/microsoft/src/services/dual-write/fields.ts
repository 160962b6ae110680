import { z } from 'zod';
import { anyCase, numeric } from '../../wire.ts';

/** An object of the gateway: keys in any letter case; what isn't named here is kept as it came. */
export const fields = <const Shape extends z.ZodRawShape>(shape: Shape) => anyCase(z.looseObject(shape));

/** A code that may come as text: "2" or 2. */
export const digits = z.union([z.string(), z.number()]).transform(String);

/** How many; nothing counts as 0. */
export const count = numeric.nullish().transform((value) => value ?? 0);

/** A known code as its name; what nobody has seen stays readable as `unknown:<raw>`. */
export const codeOf = <const Name extends string>(names: Readonly<Record<string, Name>>) =>
  digits.transform((raw): Name | `unknown:${string}` => names[raw.trim()] ?? `unknown:${raw.slice(0, 100)}`);
