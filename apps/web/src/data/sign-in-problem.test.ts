import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { expect, it } from 'vitest';
import { signInProblem } from './sign-in-problem.ts';

const said = (number: number, words: string) =>
  `AADSTS${number}: ${words} Trace ID: 1f0e Correlation ID: 0c5a1b1e-7e4f-4c57-9a3e-4c1f6f1d2a11 Timestamp: 2026-11-26 08:00:00Z`;
const refused = (error: string, description: string, sub = '', claims = '') =>
  new InteractionRequiredAuthError(error, 'ours', description, sub, '', '', claims);

it.each([
  [refused('interaction_required', said(53003, 'Blocked.'), 'message_only'), 'access-blocked'],
  [refused('interaction_required', said(50105, 'Not assigned.')), 'not-assigned'],
  [new ServerError('access_denied', 'ours', said(65004, 'User declined.')), 'sign-in-cancelled'],
  [new ServerError('access_denied', 'ours', 'the user said no'), 'sign-in-cancelled'],
  [new ServerError('access_denied', 'ours', said(90094, 'Needs an administrator.')), 'consent-missing'],
  [refused('invalid_grant', 'no number', 'consent_required'), 'consent-missing'],
  [refused('login_required', said(50058, 'Nobody is signed in.')), 'needs-sign-in'],
  [new ServerError('invalid_grant', 'ours', said(700082, 'Expired.')), 'needs-sign-in'],
  [new ServerError('server_error', 'ours', said(99999, 'Something new.')), 'sign-in-refused'],
  [new BrowserAuthError('no_network_connectivity', 'ours'), 'offline'],
])('%s is %s', (error, code) => {
  expect(signInProblem(error, 'sign-in-refused')).toMatchObject({ code });
});

it('quotes what Entra said, with the id to quote, and leaves the rest out', () => {
  const problem = signInProblem(refused('interaction_required', said(53003, 'Blocked.')), 'sign-in-refused');
  expect(problem?.record.upstream).toEqual({
    status: 0,
    code: 'AADSTS53003',
    message: 'AADSTS53003: Blocked.',
    correlation: '0c5a1b1e-7e4f-4c57-9a3e-4c1f6f1d2a11',
  });
  // A status of 0 would be taken for a cut line, which mends itself.
  expect(problem?.status).toBe(401);
});

it('hands on the claims that a sign-in must prove', () => {
  const error = refused('interaction_required', said(50076, 'Proof.'), 'basic_action', '{"access_token":{}}');
  expect(signInProblem(error, 'needs-sign-in')).toMatchObject({
    code: 'needs-step-up',
    challenge: '{"access_token":{}}',
  });
});

it('says nothing where Entra said nothing, and is no hiding place for bugs', () => {
  expect(signInProblem(new BrowserAuthError('no_state_in_hash', 'ours'), 'sign-in-refused')).toBeUndefined();
  expect(() => signInProblem(new TypeError('x is undefined'), 'sign-in-refused')).toThrow(TypeError);
});
