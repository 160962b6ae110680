import { expect, test } from 'vitest';
import { keyRing } from './key-ring.ts';
import { markKeys } from './mark-key.ts';
import type { Sealed } from './sealed.ts';

function memory(): Sealed {
  const kept = new Map<string, Buffer>();
  return {
    get: async (...place) => kept.get(place.join(' ')),
    put: async (tenant, user, kind, value) => void kept.set([tenant, user, kind].join(' '), value),
    remove: async (...place) => void kept.delete(place.join(' ')),
  };
}
const [old, fresh] = [1, 2].map((fill) => Buffer.alloc(32, fill).toString('base64'));

test('a tenant’s key is made once, outlives a turn of the seal keys, and is no other tenant’s', async () => {
  const sealed = memory();
  const one = await markKeys(sealed, keyRing(`a:${old}`))('t1');
  expect(one).toHaveLength(32);
  expect(await markKeys(sealed, keyRing(`a:${old}`))('t1')).toEqual(one);
  expect(await markKeys(sealed, keyRing(`b:${fresh},a:${old}`))('t1')).toEqual(one);
  expect(await markKeys(sealed, keyRing(`a:${old}`))('t2')).not.toEqual(one);
});

test('when its seal key is gone, a new one is made, and the bytes that are kept aren’t the key', async () => {
  const sealed = memory();
  const one = await markKeys(sealed, keyRing(`a:${old}`))('t1');
  expect((await sealed.get('t1', 'site-archive', 'mark-key'))?.includes(one)).toBe(false);
  expect(await markKeys(sealed, keyRing(`b:${fresh}`))('t1')).not.toEqual(one);
});
