import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { Refusal } from './msal-network.ts';

/** AADSTS numbers in our words (Entra error reference; the last group is ours to mend, not the person's). */
const meanings: readonly (readonly [ProblemCode, readonly number[]])[] = [
  ['consent-missing', [65001, 65004, 90094, 90095]],
  ['needs-step-up', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['access-blocked', [50105, 53000, 53001, 53002, 53003]],
  ['product-absent', [500011, 650052]],
  ['token-refused', [65002, 650057]],
  ['wrong-tenant', [50020, 90072]],
  ['needs-sign-in', [50013, 50089, 50173, 70008, 70043, 500133, 700082, 700084]],
  [
    'registration-broken',
    [28000, 28003, 70011, 500131, 700016, 700027, 900144, 7000112, 7000215, 7000218, 7000222],
  ],
];

interface About {
  readonly audience: string;
  /** Where an administrator consents. */
  readonly consentLink: string;
}

/** An expected failure to get a token for somebody. `none`: no answer came. */
export function explainRefusal(refusal: Refusal | 'none', { audience, consentLink }: About): Problem {
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
    values: code === 'consent-missing' ? { audience, link: consentLink } : values,
    upstream: { status, code: number, message, ...(correlation ? { correlation } : {}) },
    detail: number,
    ...(code === 'needs-step-up' && claims ? { challenge: claims } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  });
}

function codeOf({ status, codes, error, claims }: Refusal): ProblemCode {
  if (status === 429) return 'upstream-throttled';
  if (status >= 500) return 'upstream-unavailable';
  const known = meanings.find(([, numbers]) => codes.some((code) => numbers.includes(code)));
  if (known) return known[0];
  if (claims) return 'needs-step-up';
  return error === 'interaction_required' || error === 'invalid_grant' ? 'needs-sign-in' : 'upstream-refused';
}
