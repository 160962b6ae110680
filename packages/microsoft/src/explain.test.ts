import { describe, expect, it } from 'vitest';
import { clouds } from './clouds.ts';
import { explain, explainSilence } from './explain.ts';
import { NoAnswer } from './policies/no-answer.ts';
import type { Exchange } from './policies/policy.ts';
import { sessionOn, shop } from './test-support/shop.ts';
import { virtualWorld } from './test-support/virtual-world.ts';

const exchangeOf = (name: 'list' | 'put' | 'start'): Exchange => ({
  service: shop,
  session: sessionOn(clouds.public, virtualWorld()),
  base: clouds.public.bases.bap,
  name,
  endpoint: shop.endpoints[name],
  key: 'contoso api.bap.microsoft.com',
  seen: [],
});

const answer = (status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body,
  header: (name: string) => headers[name],
});

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const challenge = {
  'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
};

describe('an answer that is no success', () => {
  it.each([
    [400, 'upstream-refused', 'upstream-refused'],
    [401, 'token-refused', 'token-refused'],
    [403, 'upstream-forbidden', 'upstream-forbidden'],
    [404, 'upstream-refused', 'upstream-refused'],
    [408, 'upstream-unavailable', 'outcome-unknown'],
    [409, 'upstream-refused', 'upstream-refused'],
    [412, 'upstream-refused', 'upstream-refused'],
    [429, 'upstream-throttled', 'upstream-throttled'],
    [500, 'upstream-unavailable', 'outcome-unknown'],
    [501, 'upstream-refused', 'upstream-refused'],
    [502, 'upstream-unavailable', 'outcome-unknown'],
    [503, 'upstream-unavailable', 'outcome-unknown'],
    [504, 'upstream-unavailable', 'outcome-unknown'],
    [507, 'upstream-unavailable', 'outcome-unknown'],
  ])('%i: %s for a read, %s for a change', (status, read, change) => {
    expect(explain(exchangeOf('list'), answer(status)).code).toBe(read);
    expect(explain(exchangeOf('put'), answer(status)).code).toBe(change);
    expect(explain(exchangeOf('start'), answer(status)).code).toBe(change);
  });

  it('keeps what upstream said word for word, its code and its correlation id', () => {
    const body = { error: { code: 'A059', message: 'The provided policy value is not valid.' } };
    const { record } = explain(exchangeOf('list'), answer(400, body, { 'x-ms-correlation-id': 'c-1' }));
    expect(record).toEqual({
      code: 'upstream-refused',
      values: { service: 'Shop', endpoint: 'list' },
      upstream: {
        status: 400,
        code: 'A059',
        message: 'The provided policy value is not valid.',
        correlation: 'c-1',
      },
    });
  });

  it('lists the scopes any of which would do', () => {
    const body = {
      code: 'Forbidden',
      message: 'The caller is not authorized to perform the request.',
      innererror: {
        code: 'InsufficientDelegatedPermissions',
        message:
          'Authorization denied: Application missing required delegated permissions: [PowerPages.Websites.Read, All.All.ReadWrite]',
      },
    };
    const problem = explain(exchangeOf('list'), answer(403, body));
    expect(problem.code).toBe('consent-missing');
    expect(problem.values).toMatchObject({ scopes: 'PowerPages.Websites.Read, All.All.ReadWrite' });
  });

  it('hands a claims challenge on, but never into a record', () => {
    const problem = explain(exchangeOf('list'), answer(401, undefined, challenge));
    expect(problem.code).toBe('needs-step-up');
    expect(problem.challenge).toBe(claims);
    expect(JSON.stringify(problem.record)).not.toContain('nbf');
  });

  it('sends people to the sign-in when theirs has ended', () => {
    const body = { error: { code: 'InvalidAuthenticationToken', message: 'The token has expired.' } };
    expect(explain(exchangeOf('list'), answer(401, body)).code).toBe('needs-sign-in');
  });

  it('says when to look again, in whole seconds, rounded up', () => {
    const asked = { 'retry-after-ms': '1200' };
    expect(explain(exchangeOf('list'), answer(429, {}, asked)).retryAfter).toBe(2);
    expect(explain(exchangeOf('list'), answer(429), undefined, 5).retryAfter).toBe(5);
    expect(explain(exchangeOf('list'), answer(400, {}, asked)).retryAfter).toBeUndefined();
  });
});

it('a wrong shape says what was seen, bounded', () => {
  const body = `<html><b>Sorry</b>${'x'.repeat(5000)}`;
  const problem = explain(exchangeOf('list'), answer(200, body), 'value: Required');
  expect(problem.code).toBe('upstream-shape');
  expect(problem.values).toMatchObject({
    expected: 'value: Required',
    seen: expect.stringMatching(/^Sorry/),
  });
  expect(String(problem.values?.['seen']).length).toBeLessThan(502);
});

it.each([
  ['unreachable', 'upstream-unavailable', 'upstream-unavailable'],
  ['reset', 'upstream-unavailable', 'outcome-unknown'],
  ['timeout', 'upstream-unavailable', 'outcome-unknown'],
  ['too-large', 'upstream-shape', 'upstream-shape'],
  ['address-refused', 'address-not-allowed', 'address-not-allowed'],
] as const)('silence, %s: %s for a read, %s for a change', (kind, read, change) => {
  expect(explainSilence(exchangeOf('list'), new NoAnswer(kind)).code).toBe(read);
  expect(explainSilence(exchangeOf('start'), new NoAnswer(kind)).code).toBe(change);
});
