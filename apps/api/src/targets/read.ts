import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { ProblemRecord } from '@portico/plan/finding';

/** An answer; or that this person may not have it, which is a fact like others. */
export type Read<T> = { readonly value: T } | { readonly refused: ProblemRecord };

/** Awaits an answer that a person may be refused. Whatever else goes wrong is thrown on: it says nothing of them. */
export async function read<T>(
  asking: Promise<T>,
  refusals: readonly ProblemCode[] = ['upstream-forbidden'],
): Promise<Read<T>> {
  try {
    return { value: await asking };
  } catch (error) {
    if (error instanceof Problem && refusals.includes(error.code)) return { refused: error.record };
    throw error;
  }
}

/**
 * Refusals of finance and operations that stay: no consent for it, a person who isn't a user there, an entity that
 * its version hasn't got.
 */
export const lasting: readonly ProblemCode[] = [
  'consent-missing',
  'token-refused',
  'product-absent',
  'upstream-forbidden',
  'upstream-refused',
];

/** The answer, where there was one. */
export const valueOf = <T>(found: Read<T>): T | undefined => ('value' in found ? found.value : undefined);
