import { createHmac } from 'node:crypto';
import { Problem } from '@portico/contract/problems';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { openAuthority } from './authority.ts';
import { tokenValidator } from './validate.ts';

const wizard = '11111111-1111-4111-8111-111111111111';
const api = '22222222-2222-4222-8222-222222222222';
const tenant = '33333333-3333-4333-8333-333333333333';
const other = '44444444-4444-4444-8444-444444444444';
const user = '55555555-5555-4555-8555-555555555555';
const now = new Date('2026-11-23T12:00:00Z');
const second = now.getTime() / 1000;

let pairs: Record<string, Awaited<ReturnType<typeof generateKeyPair>>>;
let validate: ReturnType<typeof tokenValidator>;
let validateListed: ReturnType<typeof tokenValidator>;
/** Tenants whose keys were asked for. */
const asked: string[] = [];

beforeAll(async () => {
  pairs = {
    [tenant]: await generateKeyPair('RS256', { extractable: true }),
    [other]: await generateKeyPair('RS256'),
  };
  const sets = new Map<string, ReturnType<typeof createLocalJWKSet>>();
  for (const [id, { publicKey }] of Object.entries(pairs))
    sets.set(id, createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] }));
  const keys = (id: string) => {
    asked.push(id);
    return sets.get(id) ?? createLocalJWKSet({ keys: [] });
  };
  const rules = {
    authority: await openAuthority('https://login.microsoftonline.com', fetch),
    registrations: { wizard, api },
    keys,
    now: () => now,
  };
  validate = tokenValidator({ ...rules, tenants: undefined });
  validateListed = tokenValidator({ ...rules, tenants: [tenant] });
});

const good = {
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  aud: api,
  tid: tenant,
  oid: user,
  azp: wizard,
  scp: 'other access_as_user',
  ver: '2.0',
  name: 'Alex Lund',
  iat: second - 60,
  nbf: second - 60,
  exp: second + 3600,
};

const sign = (claims: Record<string, unknown>, by = tenant, header: object = {}) => {
  const key = pairs[by]?.privateKey;
  if (!key) throw new Error('no such key');
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
};
const bearer = async (claims: Record<string, unknown>, by?: string) => `Bearer ${await sign(claims, by)}`;
const { name: _, ...nameless } = good;

describe('a good token', () => {
  test('says who it is, and nothing else leaves', async () => {
    const { principal, issuedAt } = await validate(await bearer(good));
    expect(principal).toEqual({ tenant, user, name: 'Alex Lund' });
    expect(issuedAt).toBe(good.iat);
  });

  test('may lack a name, be of the listed tenant, and come a moment late or early', async () => {
    const token = await bearer({ ...nameless, exp: second - 30, nbf: second + 30 });
    expect((await validateListed(token)).principal).toEqual({ tenant, user, name: user });
  });
});

const without = (name: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('an attack', () => {
  test.each<[string, Record<string, unknown>, string?]>([
    ['another issuer', { ...good, iss: 'https://login.example.com/v2.0' }],
    ['the v1 issuer', { ...good, iss: `https://sts.windows.net/${tenant}/` }],
    ['the issuer of another tenant', { ...good, iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['the claim of another tenant', { ...good, tid: other }],
    ['the key of another tenant', good, other],
    ['another audience', { ...good, aud: wizard }],
    ['a token for Graph', { ...good, aud: '00000003-0000-0000-c000-000000000000' }],
    ['two audiences without ours', { ...good, aud: [wizard, other] }],
    ['another scope', { ...good, scp: 'access_as_user_not' }],
    ['an app without a person', without('scp')],
    ['another client', { ...good, azp: other }],
    ['no client', without('azp')],
    ['an expired token', { ...good, exp: second - 61 }],
    ['no end', without('exp')],
    ['a token of the future', { ...good, nbf: second + 61 }],
    ['no beginning', without('nbf')],
    ['no object id', without('oid')],
    ['an object id that is no GUID', { ...good, oid: '../../admin' }],
    ['the old version', { ...good, ver: '1.0' }],
    ['a tenant that is a path', { ...good, tid: `${tenant}/../${other}` }],
    ['no tenant', without('tid')],
  ])('with %s is refused', async (_what, claims, by) => {
    await expect(validate(await bearer(claims, by))).rejects.toMatchObject({ code: 'needs-sign-in' });
  });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('with alg none is refused', async () => {
    for (const alg of ['none', 'None', 'nOnE'])
      for (const signature of ['', 'x'])
        await expect(
          validate(`Bearer ${part({ alg, typ: 'JWT' })}.${part(good)}.${signature}`),
        ).rejects.toMatchObject({
          code: 'needs-sign-in',
        });
  });

  test('with the public key as a shared secret is refused', async () => {
    const key = pairs[tenant]?.publicKey;
    if (!key) throw new Error('no such key');
    const signed = `${part({ alg: 'HS256', kid: 'one' })}.${part(good)}`;
    const mac = createHmac('sha256', await exportSPKI(key))
      .update(signed)
      .digest('base64url');
    await expect(validate(`Bearer ${signed}.${mac}`)).rejects.toMatchObject({ code: 'needs-sign-in' });
  });

  test('with another algorithm by the right key is refused', async () => {
    const own = pairs[tenant];
    if (!own) throw new Error('no such key');
    const jwk = await exportJWK(own.privateKey);
    for (const alg of ['PS256', 'RS512']) {
      const key = await importJWK(jwk, alg);
      const token = await new SignJWT(good).setProtectedHeader({ alg, kid: 'one' }).sign(key);
      await expect(validate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'needs-sign-in' });
    }
  });

  test('with a key of its own in the header is refused', async () => {
    const mine = await generateKeyPair('RS256');
    const jwk = await exportJWK(mine.publicKey);
    for (const header of [{ jwk }, { jku: 'https://example.com/keys' }, { kid: '../../one' }]) {
      const token = await new SignJWT(good)
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(mine.privateKey);
      await expect(validate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'needs-sign-in' });
    }
  });

  test('with changed claims is refused', async () => {
    const [header, , signature] = (await sign(good)).split('.');
    const changed = `${header}.${part({ ...good, oid: other })}.${signature}`;
    await expect(validate(`Bearer ${changed}`)).rejects.toMatchObject({ code: 'needs-sign-in' });
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer a.b.c',
    'Bearer ../x.y.z',
  ])('with the header %j is refused', async (header) => {
    await expect(validate(header)).rejects.toMatchObject({ code: 'needs-sign-in' });
  });

  test('from a tenant that is not listed asks nobody for keys', async () => {
    asked.length = 0;
    const claims = { ...good, tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` };
    await expect(validateListed(await bearer(claims, other))).rejects.toMatchObject({ code: 'wrong-tenant' });
    expect(asked).toEqual([]);
  });

  test('never finds its token in what is thrown', async () => {
    const token = await bearer({ ...good, aud: wizard });
    const thrown: unknown = await validate(token).catch((error: unknown) => error);
    if (!(thrown instanceof Problem)) throw new Error('not a problem');
    const all = `${thrown.message} ${thrown.stack} ${JSON.stringify(thrown)} ${JSON.stringify(thrown.record)}`;
    for (const piece of token.slice('Bearer '.length).split('.')) expect(all).not.toContain(piece);
  });
});
