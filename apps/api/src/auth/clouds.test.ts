import { randomBytes } from 'node:crypto';
import { clouds } from '@portico/microsoft/clouds';
import { expect, test } from 'vitest';
import { keepAssertion } from './assertion.ts';
import { askedPermissions } from './asked-permissions.ts';
import { openAuthority, signInForBrowser } from './authority.ts';
import { consentLink } from './consent-link.ts';
import { keyRing } from './key-ring.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { memorySealed } from './test-support/memory-sealed.ts';
import { createVault } from './vault.ts';

const tenant = '33333333-3333-4333-8333-333333333333';
const who = { tenant, user: '55555555-5555-4555-8555-555555555555' };
const registrations = { wizard: 'the-wizard', api: 'the-api' };

/*
 * No live tenant is needed to see where a token would be asked: only there, with no discovery before it, because
 * the library knows Microsoft's own addresses by heart.
 */
test.each(Object.values(clouds).map((cloud) => [cloud.id, cloud] as const))(
  'in %s a token is asked at the cloud’s own address and nowhere else',
  async (_id, cloud) => {
    const asked: { address: string; fields: URLSearchParams; redirect: unknown; limited: boolean }[] = [];
    const authority = await openAuthority(cloud.authority, () =>
      Promise.reject(new Error('nothing to discover')),
    );
    const consent = consentLink(authority, registrations.api, {
      graph: cloud.audiences.graph,
      returnTo: 'https://portico.example/',
    });
    const vault = createVault(memorySealed(), keyRing(`k:${randomBytes(32).toString('base64')}`));
    await keepAssertion(vault, who, 'header.claims.signature');
    const tokenFor = onBehalfOf({
      authority,
      vault,
      api: { clientId: registrations.api, secret: 'a secret of the registration' },
      asked: (audience) => askedPermissions(cloud, audience),
      consentLink: consent,
      now: () => new Date(),
      fetch: (input, init) => {
        const { origin, pathname } = new URL(input instanceof Request ? input.url : input);
        const fields = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
        asked.push({
          address: origin + pathname,
          fields,
          redirect: init?.redirect,
          limited: init?.signal instanceof AbortSignal,
        });
        const body = {
          error: 'invalid_grant',
          error_description: 'AADSTS65001: no consent',
          error_codes: [65001],
        };
        return Promise.resolve(Response.json(body, { status: 400 }));
      },
    });
    await expect(tokenFor(who, cloud.audiences.bap)).rejects.toMatchObject({
      code: 'consent-missing',
      values: {
        service: 'PowerApps Service',
        scopes: 'User',
        link: expect.stringContaining(encodeURIComponent(`${cloud.audiences.graph}/.default`)),
      },
    });
    expect(asked.map(({ address, redirect, limited }) => [address, redirect, limited])).toEqual([
      [`${authority.base}/${tenant}/oauth2/v2.0/token`, 'error', true],
    ]);
    expect(Object.fromEntries(asked[0]?.fields ?? [])).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      scope: expect.stringContaining(`${cloud.audiences.bap}/.default`),
    });
    const signIn = signInForBrowser(authority, registrations, consent);
    expect(signIn).toEqual({
      clientId: 'the-wizard',
      authority: `${authority.base}/organizations`,
      apiScope: 'api://the-api/access_as_user',
      knownAuthorities: [],
      consentLink: expect.stringMatching(/\/\{tenant\}\/v2\.0\/adminconsent\?client_id=the-api&/),
      origins: [authority.base],
    });
  },
);

test('China signs in where its tokens say they come from', async () => {
  const authority = await openAuthority(clouds.china.authority, fetch);
  expect(authority.issuer(tenant)).toBe(`https://login.partner.microsoftonline.cn/${tenant}/v2.0`);
});

test('nothing but a rehearsal on this machine signs in without TLS', async () => {
  await expect(openAuthority('http://login.example.com', fetch)).rejects.toThrow('without TLS');
  await expect(openAuthority('http://localhost.example.com', fetch)).rejects.toThrow('without TLS');
});
