import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { Incoming } from '@portico/http/client';
import { claimsOf } from './explain/challenge.ts';
import { readErrorBody, type Said } from './explain/error-body.ts';
import { plainText } from './explain/plain-text.ts';
import { correlationOf } from './policies/evidence.ts';
import type { NoAnswer } from './policies/no-answer.ts';
import type { Exchange } from './policies/policy.ts';
import { retryRule } from './policies/retry-rule.ts';
import { retryAfterOf } from './retry-after.ts';

/** Whose call it was, as texts name it. */
const where = ({ service, name }: Exchange) => ({ service: service.name, endpoint: name });

/**
 * The Problem for an answer that is no success, or not of the promised shape.
 * @param shape what was wrong with the shape, when the status was fine.
 * @param wait seconds until another try makes sense, when the answer itself doesn't say.
 */
export function explain(exchange: Exchange, answer: Incoming, shape?: string, wait?: number): Problem {
  const header = (name: string) => answer.header(name);
  const said: Said = shape === undefined ? readErrorBody(answer.body) : {};
  const correlation = correlationOf({ get: header });
  const upstream = {
    status: answer.status,
    ...(said.code ? { code: said.code } : {}),
    ...(said.message ? { message: said.message } : {}),
    ...(correlation ? { correlation } : {}),
  };
  if (shape !== undefined)
    return new Problem('upstream-shape', {
      values: { ...where(exchange), expected: plainText(shape), seen: plainText(answer.body) },
      upstream,
    });
  const scopes = missingScopes(said);
  const claims = claimsOf(header('www-authenticate'));
  const code = codeOf(exchange, answer.status, said, { scopes, claims });
  const asked = retryAfterOf(header, exchange.session.world.now());
  const retryAfter = asked === undefined ? wait : Math.ceil(asked / 1000);
  return new Problem(code, {
    values: { ...where(exchange), ...(scopes ? { scopes } : {}) },
    upstream,
    ...(claims && code === 'needs-step-up' ? { challenge: claims } : {}),
    ...(retryAfter !== undefined && laterCodes.has(code) ? { retryAfter } : {}),
  });
}

const laterCodes: ReadonlySet<ProblemCode> = new Set(['upstream-throttled', 'upstream-unavailable']);

/** The Problem for an attempt that got no answer. */
export function explainSilence(exchange: Exchange, silence: NoAnswer, wait?: number): Problem {
  const values = where(exchange);
  const detail = silence.message;
  if (silence.kind === 'address-refused')
    return new Problem('address-not-allowed', { values, detail, cause: silence });
  if (silence.kind === 'too-large')
    return new Problem('upstream-shape', {
      values: { ...values, expected: 'at most 20 MB', seen: 'more' },
      detail,
    });
  const unknown = retryRule(exchange.endpoint.effect, silence.kind) === 'unknown';
  return new Problem(unknown ? 'outcome-unknown' : 'upstream-unavailable', {
    values,
    detail,
    cause: silence,
    ...(wait !== undefined && !unknown ? { retryAfter: wait } : {}),
  });
}

function codeOf(
  { endpoint }: Exchange,
  status: number,
  said: Said,
  found: { scopes: string | undefined; claims: string | undefined },
): ProblemCode {
  if (retryRule(endpoint.effect, status) === 'unknown') return 'outcome-unknown';
  if (status === 401 && found.claims) return 'needs-step-up';
  // A fresh token was refused as well: either the sign-in is no longer good, or the service takes none of ours.
  if (status === 401)
    return /expired|revoked|session/i.test(said.message ?? '') ? 'needs-sign-in' : 'token-refused';
  if (status === 403) return found.scopes === undefined ? 'upstream-forbidden' : 'consent-missing';
  if (status === 429) return 'upstream-throttled';
  // 501 is a plain no; the others are a service that isn't well.
  if (status === 408 || (status >= 500 && status !== 501)) return 'upstream-unavailable';
  return 'upstream-refused';
}

/** The scopes any of which would do, as the gateway lists them: `… permissions: [A.B, C.D]`. */
function missingScopes(said: Said): string | undefined {
  const codes = [said.code, said.innerCode];
  if (!codes.includes('InsufficientDelegatedPermissions')) return undefined;
  const words = said.innerMessage ?? said.message ?? '';
  return /\[([^\]]*)\]/.exec(words)?.[1]?.replaceAll(/[<>]/g, '').trim() ?? words;
}
