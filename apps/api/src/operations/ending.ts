import { Problem, type ProblemCode, problems } from '@portico/contract/problems';
import type { ProblemRecord } from '@portico/plan/finding';

/** Thrown through an action to end it when its operation was cancelled. Actions let it pass. */
export class Cancelled extends Error {
  constructor() {
    super('The operation was cancelled.');
    this.name = 'Cancelled';
  }
}

/** A problem that a step ended with, after all its waiting: trying again would only meet the stored answer. */
export class FinalProblem extends Problem {}

export function finalProblem({ code, values, upstream }: ProblemRecord): Error {
  if (!isCode(code)) return new Error(`A problem that this version doesn't know: ${code}`);
  return new FinalProblem(code, { ...(values ? { values } : {}), ...(upstream ? { upstream } : {}) });
}

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/**
 * What an execution waits for that must end without an outcome: the process closes, or another executor took
 * the operation over. To return or throw would be stored as the step's answer.
 */
export const never = (): Promise<never> => new Promise<never>(() => undefined);
