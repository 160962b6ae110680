import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { openAuthority } from './authority.ts';
import { tenantKeys } from './tenant-keys.ts';
import { tokenValidator } from './validate.ts';

const [tenant, api] = ['33333333-3333-4333-8333-333333333333', '22222222-2222-4222-8222-222222222222'];

async function setup(answer: () => Response) {
  const authority = await openAuthority('https://login.microsoftonline.com', fetch);
  const calls: { url: string; redirect: unknown }[] = [];
  const fetcher: typeof fetch = (url, options) => {
    calls.push({ url: url instanceof Request ? url.url : url.toString(), redirect: options?.redirect });
    return Promise.resolve(answer());
  };
  const validate = tokenValidator({
    authority,
    registrations: { wizard: api, api },
    tenants: undefined,
    keys: tenantKeys(authority, fetcher),
    now: () => new Date(),
  });
  return { validate, calls };
}

const { publicKey, privateKey } = await generateKeyPair('RS256');
const bearer = async (tid: string) => {
  const claims = { tid, oid: tenant, azp: api, scp: 'access_as_user', ver: '2.0' };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(`https://login.microsoftonline.com/${tid}/v2.0`)
    .setAudience(api)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime('1h');
  return `Bearer ${await token.sign(privateKey)}`;
};

test('asks the tenant’s own address, once, and follows no redirect', async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  const { validate, calls } = await setup(() => Response.json({ keys: [jwk] }));
  await validate(await bearer(tenant));
  await validate(await bearer(tenant));
  expect(calls).toEqual([
    { url: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`, redirect: 'error' },
  ]);
});

test('when keys can’t be had, the token is not to blame', async () => {
  const { validate } = await setup(() => new Response('gone', { status: 503 }));
  await expect(validate(await bearer(tenant))).rejects.toMatchObject({ code: 'upstream-unavailable' });
  const broken = await setup(() => {
    throw new TypeError('fetch failed');
  });
  await expect(broken.validate(await bearer(tenant))).rejects.toMatchObject({ code: 'upstream-unavailable' });
});
