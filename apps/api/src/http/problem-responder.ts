import { InvalidRequest } from '@portico/http/mount';
import { Problem, type ProblemCode, problems } from '@portico/contract/problems';
import type { ProblemBody } from '@portico/contract/routes';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { challenge } from '../auth/challenge.ts';

interface HttpError extends Error {
  readonly status?: number;
  readonly type?: string;
}

/** What body parsers and routers throw, as our own codes. */
function codeOf(error: HttpError): ProblemCode {
  if (error instanceof Problem) return error.code;
  if (error instanceof InvalidRequest) return 'request-invalid';
  if (error.status === 413) return 'too-large';
  if (error.status && error.status >= 400 && error.status < 500) return 'request-invalid';
  return 'bug';
}

/** Every failure leaves the API as problem+json (RFC 9457); a bug shows a reference and is logged, nothing more. */
export function problemResponder(log: Logger, newReference: () => string): ErrorRequestHandler {
  return (error: HttpError, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const code = codeOf(error);
    const kind = problems[code];
    const reference = newReference();
    if (code === 'bug') log.error({ err: error, reference, path: request.path }, 'bug');
    const problem = error instanceof Problem ? error : undefined;
    const body: ProblemBody = {
      type: `urn:portico:problem:${code}`,
      title: kind.title.defaultMessage,
      status: kind.status,
      code,
      remedy: kind.remedy.defaultMessage,
      retry: kind.retry,
      reference,
      ...(problem?.values ? { values: problem.values } : {}),
      ...(problem?.upstream ? { upstream: problem.upstream } : {}),
      ...(problem?.retryAfter ? { retryAfter: problem.retryAfter } : {}),
      ...(error instanceof InvalidRequest ? { issues: [...error.issues] } : {}),
    };
    if (problem?.retryAfter) response.set('Retry-After', String(Math.ceil(problem.retryAfter)));
    if (kind.status === 401) response.set('WWW-Authenticate', challenge(problem ?? {}));
    response.status(kind.status).type('application/problem+json').send(JSON.stringify(body));
  };
}
