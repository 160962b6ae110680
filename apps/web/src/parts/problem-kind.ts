import { problems } from '@portico/contract/problems';
import type { ProblemKind } from '@portico/contract/problems/kind';

const known: Readonly<Record<string, ProblemKind>> = problems;

/** What a code means; one that this build doesn't know yet is treated like a bug. */
export const problemKind = (code: string): ProblemKind => known[code] ?? problems.bug;
