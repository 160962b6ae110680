import type { Fault } from '../world/fault.ts';

/** Every fault by name, in words. One that is missing here doesn't compile. */
export const faultKinds: Readonly<Record<Fault['kind'], string>> = {
  throttled: '429 with Retry-After',
  'throttled-silently': '429 without Retry-After',
  'server-error': '503 with a correlation id',
  reset: 'the connection breaks before the request is read',
  'answer-lost': 'the change happens, its answer is lost',
  slow: 'the answer takes some seconds longer',
  truncated: 'the answer ends half-way',
  'wrong-content-type': 'a web page instead of JSON',
  'wrong-shape': 'JSON, but not of the shape that was promised',
  'unknown-values': 'states and kinds that nobody has heard of',
  redirect: 'a redirect to another host',
  'token-refused': '401, the token is refused',
  'step-up-needed': '401 with a claims challenge',
  'consent-missing': 'the sign-in asks for consent',
  'operation-fails': 'the next operation starts well and fails in the end',
  'operation-never-ends': 'the next operation never ends',
  'stale-reads': 'a list still lacks what is newer than some seconds',
};
