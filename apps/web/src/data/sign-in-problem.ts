import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { codeOfSignInError, plainDescription, signInErrorOf } from '@portico/contract/sign-in-errors';
import { ApiProblem, offline } from './api-problem.ts';

const unreachable = /^(no_network_connectivity|network_error|post_request_failed|get_request_failed)$/;

/**
 * What the sign-in library threw, in our words and with Entra's: the number, the sentence and the id to quote.
 * Undefined when Entra said nothing: the library lost the thread, as when somebody comes back twice.
 * @param otherwise what a refusal means that we don't know
 */
export function signInProblem(
  error: unknown,
  otherwise: 'needs-sign-in' | 'sign-in-refused',
): ApiProblem | undefined {
  if (!(error instanceof AuthError)) throw error;
  // Only a clear "no" counts: outside a browser nothing is said.
  // oxlint-disable-next-line typescript/no-unnecessary-boolean-literal-compare -- undefined isn't false there
  if (navigator.onLine === false || unreachable.test(error.errorCode)) return offline();
  const asks = error instanceof InteractionRequiredAuthError;
  if (!asks && !(error instanceof ServerError)) return undefined;
  const code = codeOf(error, otherwise);
  const number = signInErrorOf(error.errorMessage);
  const correlation = /Correlation ID:\s*([\w-]+)/i.exec(error.errorMessage)?.[1] ?? error.correlationId;
  const upstream = {
    status: 0,
    code: number ? `AADSTS${number}` : error.errorCode,
    message: plainDescription(error.errorMessage),
    ...(correlation ? { correlation } : {}),
  };
  // That a session ends, or that one turned back, is nothing that anybody would have to quote.
  const body = /^(needs-sign-in|sign-in-cancelled)$/.test(code) ? { code } : { code, upstream };
  return new ApiProblem(401, body, (asks && error.claims) || undefined);
}

function codeOf(error: ServerError | InteractionRequiredAuthError, otherwise: string): string {
  const number = signInErrorOf(error.errorMessage) ?? Number(error.errorNo);
  const known = codeOfSignInError([number]);
  if (known) return known;
  if (error.subError === 'consent_required') return 'consent-missing';
  return error.errorCode === 'access_denied' ? 'sign-in-cancelled' : otherwise;
}
