import { describe, expect, it } from 'vitest';
import { readErrorBody } from './error-body.ts';
import { plainText } from './plain-text.ts';

describe('error bodies', () => {
  it.each([
    [
      'the gateway’s, with a missing scope',
      {
        code: 'Forbidden',
        message: 'The caller is not authorized.',
        innererror: { code: 'InsufficientDelegatedPermissions', message: 'missing: [A.Read, B.Write]' },
      },
      {
        code: 'Forbidden',
        message: 'The caller is not authorized.',
        innerCode: 'InsufficientDelegatedPermissions',
        innerMessage: 'missing: [A.Read, B.Write]',
      },
    ],
    [
      'the gateway’s, without a message',
      { code: 'ApiVersionInvalid', innererror: { code: 'ApiVersionUnsupported' } },
      { code: 'ApiVersionInvalid', innerCode: 'ApiVersionUnsupported' },
    ],
    [
      'BAP’s',
      {
        error: { code: 'EnvironmentNotFound', message: 'could not be found', detailUrlType: 'NotSpecified' },
      },
      { code: 'EnvironmentNotFound', message: 'could not be found' },
    ],
    ['Power Pages’, with an empty message', { error: { code: 'D006', message: '' } }, { code: 'D006' }],
    [
      'one that says it in its details',
      { error: { code: 'A059', message: '', details: [{ code: 'x', message: 'policy value' }] } },
      { code: 'A059', message: 'policy value' },
    ],
    [
      'Dataverse’s',
      { error: { code: '0x80072322', message: 'Number of requests exceeded' } },
      { code: '0x80072322', message: 'Number of requests exceeded' },
    ],
    [
      'Dataverse’s, with an empty code',
      { error: { code: '', message: 'Resource not found' } },
      { message: 'Resource not found' },
    ],
    [
      'Graph’s',
      {
        error: {
          code: 'Authorization_RequestDenied',
          message: 'Insufficient privileges',
          innerError: { date: '2024-01-01', 'request-id': 'r' },
        },
      },
      { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' },
    ],
    [
      'the application packages’',
      { StatusCode: 400, Message: 'Package requested for installation was not found' },
      { message: 'Package requested for installation was not found' },
    ],
    [
      'the sign-in’s',
      { error: 'invalid_grant', error_description: 'AADSTS65001: consent' },
      { code: 'invalid_grant', message: 'AADSTS65001: consent' },
    ],
    ['bare text', 'Website id cannot be null or empty', { message: 'Website id cannot be null or empty' }],
    [
      'a page',
      '<!doctype html><style>p{}</style><title>Sign in</title><script>steal()</script><p>Sign&nbsp;in',
      { message: 'Sign in Sign&nbsp;in' },
    ],
    ['nothing', undefined, {}],
    ['blank', '  ', {}],
    ['something else', { odd: [1] }, { message: '{"odd":[1]}' }],
    ['a list', [1, 2], {}],
  ])('%s', (_name, body, said) => expect(readErrorBody(body)).toEqual(said));

  it('is bounded, and quick on a hostile page', () => {
    const long = plainText('x'.repeat(1_000_000));
    expect(long).toHaveLength(501);
    expect(plainText('<script>'.repeat(200_000)).length).toBeLessThan(502);
    expect(plainText('<'.repeat(1_000_000)).length).toBeLessThan(502);
  });
});
