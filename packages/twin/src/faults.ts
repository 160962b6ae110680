import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AfterTheFact, Fault } from './world/fault.ts';
import type { World } from './world.ts';

/** The claims that a person proves by confirming the sign-in; the id is made up. */
export const challengedClaims =
  '{"access_token":{"capolids":{"essential":true,"values":["c0a11e6e-5afe-4a11-8a11-0123456789ab"]}}}';

/** How a service asks for them. */
export const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(challengedClaims)}"`;

const afterTheFact: readonly string[] = [
  'operation-fails',
  'operation-never-ends',
  'stale-reads',
] satisfies AfterTheFact[];

/** Takes the next fault meant for a call, if any; those after the fact only by name. */
export function takeFault(
  world: World,
  service: string,
  endpoint: string,
  kind?: AfterTheFact,
): Fault | undefined {
  const found = world.state.faults.find(
    (fault) =>
      fault.count > 0 &&
      (kind ? fault.kind === kind : !afterTheFact.includes(fault.kind)) &&
      (fault.service ?? service) === service &&
      (fault.endpoint ?? endpoint) === endpoint,
  );
  if (found) found.count -= 1;
  world.state.faults = world.state.faults.filter((fault) => fault.count > 0);
  return found;
}

/** Members that name a state or a kind, in the words of any of the services. */
const enumerated = /^(state|status|.*state|.*status|environmentSku|capabilityStatus)$/i;

/** The same answer from a later version of the service: numbers stay numbers and texts stay texts. */
function unheardOf(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(unheardOf);
  if (typeof body !== 'object' || body === null) return body;
  const members = Object.entries(body).map(([name, value]) => {
    if (!enumerated.test(name)) return [name, unheardOf(value)] as const;
    if (typeof value === 'string') return [name, /^\d+$/.test(value) ? '99' : 'Perhaps'] as const;
    return [name, typeof value === 'number' ? 99 : unheardOf(value)] as const;
  });
  return Object.fromEntries(members);
}

/** True when the fault has already answered. Those that need the handler's answer change how it is sent. */
export async function strike(fault: Fault, request: Request, response: Response): Promise<boolean> {
  switch (fault.kind) {
    case 'throttled':
      response.status(429).set('Retry-After', String(fault.seconds ?? 1));
      response.json({
        error: { code: 'TooManyRequests', message: 'Number of requests exceeded the limit.' },
      });
      return true;
    case 'throttled-silently':
      response.status(429).json({ error: { code: 'TooManyRequests', message: 'Too many requests.' } });
      return true;
    case 'server-error':
      // The header is what support asks for (powerplatform-build-tools 769).
      response
        .status(503)
        .set('x-ms-correlation-id', randomUUID())
        .json({ code: 'UnexpectedError', message: 'An unexpected error occurred.' });
      return true;
    case 'reset':
      request.socket.destroy();
      return true;
    case 'redirect':
      response.redirect(302, 'https://example.com/elsewhere');
      return true;
    case 'token-refused':
      response
        .status(401)
        .json({ error: { code: 'InvalidAuthenticationToken', message: 'The token has expired.' } });
      return true;
    case 'step-up-needed':
      response
        .status(401)
        .set('WWW-Authenticate', challenge)
        .json({ error: { code: 'InvalidAuthenticationToken', message: 'Continuous access evaluation.' } });
      return true;
    case 'consent-missing':
      // Only the sign-in knows about consent, and asks for this fault by itself.
      return false;
    case 'answer-lost':
      // The effect has happened by the time the handler ends its answer.
      response.end = () => {
        request.socket.destroy();
        return response;
      };
      return false;
    case 'truncated': {
      const end = response.end.bind(response) as (chunk?: unknown) => Response;
      response.end = (chunk?: unknown) => {
        response.removeHeader('Content-Length');
        return end(
          typeof chunk === 'string' || Buffer.isBuffer(chunk) ? chunk.slice(0, chunk.length / 2) : chunk,
        );
      };
      return false;
    }
    case 'wrong-content-type': {
      response
        .status(200)
        .type('html')
        .send('<!doctype html><title>Sign in</title><p>Sign in to continue</p>');
      return true;
    }
    case 'wrong-shape':
      response.status(200).json({ surprise: [1, null, { yes: false }] });
      return true;
    case 'unknown-values': {
      const json = response.json.bind(response);
      response.json = (body: unknown) => json(unheardOf(body));
      return false;
    }
    case 'operation-fails':
    case 'operation-never-ends':
    case 'stale-reads':
      return false;
    case 'slow':
      break;
  }
  await new Promise((resolve) => setTimeout(resolve, (fault.seconds ?? 1) * 1000));
  return false;
}
