import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyRing } from './key-ring.ts';
import { memorySealed } from './test-support/memory-sealed.ts';
import { createVault } from './vault.ts';

const key = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;
const [old, young] = [key('old'), key('young')];
const alex = { tenant: 'contoso', user: 'alex' };
const secret = 'eyJhbGciOi.secret.token';

test('what was sealed opens, and shows nothing of itself', () => {
  const ring = keyRing(young);
  const sealed = ring.seal(Buffer.from(secret), ['a', 'b']);
  expect(sealed.includes(Buffer.from('secret'))).toBe(false);
  expect(ring.open(sealed, ['a', 'b'])?.toString()).toBe(secret);
  expect(ring.seal(Buffer.from(secret), ['a', 'b']).equals(sealed)).toBe(false);
});

test('one changed bit anywhere, a cut or an addition, and it does not open', () => {
  const ring = keyRing(young);
  const sealed = ring.seal(Buffer.from(secret), ['a']);
  for (let at = 0; at < sealed.length; at += 1)
    for (const bit of [1, 128]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ bit, at);
      expect(ring.open(changed, ['a'])).toBeUndefined();
    }
  for (let length = 0; length < sealed.length; length += 1)
    expect(ring.open(sealed.subarray(0, length), ['a'])).toBeUndefined();
  expect(ring.open(Buffer.concat([sealed, Buffer.from('x')]), ['a'])).toBeUndefined();
});

test('a row moved to another person, tenant or kind does not open', async () => {
  const store = memorySealed();
  const unreadable: string[] = [];
  const vault = createVault(store, keyRing(young), ({ user }, kind) => unreadable.push(`${user} ${kind}`));
  await vault.keep(alex, 'assertion', secret);
  expect(await vault.find(alex, 'assertion')).toBe(secret);
  const bytes = await store.get('contoso', 'alex', 'assertion');
  if (!bytes) throw new Error('nothing kept');
  await store.put('contoso', 'mona', 'assertion', bytes);
  await store.put('fabrikam', 'alex', 'assertion', bytes);
  await store.put('contoso', 'alex', 'tokens', bytes);
  expect(await vault.find({ tenant: 'contoso', user: 'mona' }, 'assertion')).toBeUndefined();
  expect(await vault.find({ tenant: 'fabrikam', user: 'alex' }, 'assertion')).toBeUndefined();
  expect(await vault.find(alex, 'tokens')).toBeUndefined();
  expect(unreadable).toEqual(['mona assertion', 'alex assertion', 'alex tokens']);
  await vault.forget(alex, 'assertion');
  expect(await vault.find(alex, 'assertion')).toBeUndefined();
});

test('the newest key seals, older ones still open, retired ones no longer', async () => {
  const store = memorySealed();
  await createVault(store, keyRing(old)).keep(alex, 'assertion', secret);
  const both = createVault(store, keyRing(`${young},${old}`));
  expect(await both.find(alex, 'assertion')).toBe(secret);
  const alone = createVault(store, keyRing(young));
  expect(await alone.find(alex, 'assertion')).toBeUndefined();
  await both.keep(alex, 'assertion', secret);
  expect(await alone.find(alex, 'assertion')).toBe(secret);
  // The same name with other bytes is another key.
  expect(await createVault(store, keyRing(key('young'))).find(alex, 'assertion')).toBeUndefined();
});

test.each(['', 'a', 'a:', 'a:short', `a:${randomBytes(31).toString('base64')}`, `${young},b:`])(
  'refuses the setting %j',
  (setting) => {
    expect(() => keyRing(setting)).toThrow('32 bytes');
  },
);
