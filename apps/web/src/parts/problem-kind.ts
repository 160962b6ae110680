import { type ProblemKind, problems } from '@portico/contract/problems';

const known: Readonly<Record<string, ProblemKind>> = problems;

/** What a code means; one that this build doesn't know yet is treated like a bug. */
export const problemKind = (code: string): ProblemKind => known[code] ?? problems.bug;
