import { expect, test } from 'vitest';
import { challenge } from './challenge.ts';

test('claims travel in base64, and only when there are some', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  const header = challenge(
    { challenge: claims },
    'https://login.microsoftonline.com/common/oauth2/authorize',
  );
  expect(header).toMatch(
    /^Bearer realm="", authorization_uri="https:[^"]+", error="insufficient_claims", claims="[\w+/=]+"$/,
  );
  const sent = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
  expect(Buffer.from(sent, 'base64').toString()).toBe(claims);
  expect(challenge({})).toBe('Bearer realm=""');
});
