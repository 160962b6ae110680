import type { ProblemCode } from './problems.ts';

/**
 * AADSTS numbers in our words (Entra error reference; the last group is ours to mend, not the person's). Read by
 * the API, which meets them when it asks for tokens, and by the browser, which meets them at a sign-in.
 */
const meanings: readonly (readonly [ProblemCode, readonly number[]])[] = [
  ['consent-missing', [65001, 90094, 90095]],
  ['sign-in-cancelled', [65004]],
  ['needs-step-up', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['access-blocked', [53000, 53001, 53002, 53003, 53004, 530032, 530034]],
  ['not-assigned', [50105]],
  ['product-absent', [500011, 650052]],
  ['token-refused', [65002, 650057]],
  ['wrong-tenant', [50020, 90072]],
  ['needs-sign-in', [50013, 50058, 50089, 50173, 70008, 70043, 500133, 700082, 700084]],
  [
    'registration-broken',
    [28000, 28003, 70011, 500131, 700016, 700027, 900144, 7000112, 7000215, 7000218, 7000222],
  ],
];

/** What the first of these numbers means that we know; undefined when we know none. */
export const codeOfSignInError = (numbers: readonly number[]): ProblemCode | undefined =>
  meanings.find(([, known]) => numbers.some((number) => known.includes(number)))?.[0];

/** The AADSTS number that Entra's descriptions begin with. */
export function signInErrorOf(description: string): number | undefined {
  const found = /AADSTS(\d+)/.exec(description)?.[1];
  return found ? Number(found) : undefined;
}

/** Entra's description without trace ids, and without anything that looks like a token, should it ever repeat one. */
export const plainDescription = (description: string): string =>
  description
    .replace(/\s*Trace ID:[\s\S]*$/, '')
    .replaceAll(/[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, '[removed]')
    .slice(0, 400);
