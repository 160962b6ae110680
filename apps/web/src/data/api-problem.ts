import type { ProblemBody } from '@portico/contract/routes';
import type { ProblemRecord } from '@portico/plan/finding';

/** An answer of our API that isn't a success, or no answer at all (`offline`). */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly body: Partial<ProblemBody>;
  /** The claims challenge, decoded, that only a new sign-in can answer. */
  readonly challenge: string | undefined;

  constructor(status: number, body: Partial<ProblemBody>, challenge?: string) {
    super(body.code ?? 'bug');
    this.name = 'ApiProblem';
    this.code = body.code ?? 'bug';
    this.status = status;
    this.body = body;
    this.challenge = challenge;
  }

  get record(): ProblemRecord {
    const { values, upstream } = this.body;
    return {
      code: this.code,
      ...(values ? { values } : {}),
      ...(upstream ? { upstream } : {}),
    };
  }
}

/** No connection: not one of the API's problems, because the API was never reached. */
export const offline = (): ApiProblem => new ApiProblem(0, { code: 'offline' });

export const asApiProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error;
  const says = error instanceof Error ? error.message : String(error);
  return new ApiProblem(0, { code: 'bug', detail: says });
};
