import { Problem, type ProblemCode } from '@portico/contract/problems';
import { codeOfSignInError } from '@portico/contract/sign-in-errors';
import type { AskedPermissions } from './asked-permissions.ts';
import type { Refusal } from './msal-network.ts';

interface About {
  readonly audience: string;
  /** What was asked for there, and where an administrator consents to it. */
  readonly asked: AskedPermissions & { readonly link: string };
}

/** An expected failure to get a token for somebody. `none`: no answer came. */
export function explainRefusal(refusal: Refusal | 'none', { audience, asked }: About): Problem {
  const values = { audience };
  if (refusal === 'none')
    return new Problem('upstream-unavailable', {
      values,
      detail: 'the sign-in did not answer',
      retryAfter: 5,
    });
  const { status, codes, message, claims, correlation, retryAfter, error } = refusal;
  const code = codeOf(refusal);
  const number = codes[0] === undefined ? error : `AADSTS${codes[0]}`;
  return new Problem(code, {
    values: code === 'consent-missing' ? { audience, ...asked } : values,
    upstream: { status, code: number, message, ...(correlation ? { correlation } : {}) },
    detail: number,
    ...(code === 'needs-step-up' && claims ? { challenge: claims } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  });
}

function codeOf({ status, codes, error, claims }: Refusal): ProblemCode {
  if (status === 429) return 'upstream-throttled';
  if (status >= 500) return 'upstream-unavailable';
  const known = codeOfSignInError(codes);
  if (known) return known;
  if (claims) return 'needs-step-up';
  return error === 'interaction_required' || error === 'invalid_grant' ? 'needs-sign-in' : 'upstream-refused';
}
