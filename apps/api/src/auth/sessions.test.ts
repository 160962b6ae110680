import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { assertionOf } from './assertion.ts';
import { keyRing } from './key-ring.ts';
import { memorySealed } from './test-support/memory-sealed.ts';
import { createSessions } from './sessions.ts';
import { createVault } from './vault.ts';

const principal = { tenant: 'contoso', user: 'alex', name: 'Alex' };
const came = (assertion: string, issuedAt: number) => ({ principal, assertion, issuedAt });

function setup() {
  const store = memorySealed();
  let puts = 0;
  const counting = {
    ...store,
    put: (...all: Parameters<typeof store.put>) => ((puts += 1), store.put(...all)),
  };
  const vault = createVault(counting, keyRing(`k:${randomBytes(32).toString('base64')}`));
  const back: string[] = [];
  const sessions = createSessions(vault, ({ name }) => back.push(name));
  return { vault, sessions, back, puts: () => puts, counting };
}

test('only a new token is kept and tells that its person is back', async () => {
  const { vault, sessions, back, puts } = setup();
  for (let request = 0; request < 100; request += 1) await sessions.remember(came('one', 1));
  expect([puts(), back]).toEqual([1, ['Alex']]);
  await sessions.remember(came('two', 2));
  expect([puts(), back, await assertionOf(vault, principal)]).toEqual([2, ['Alex', 'Alex'], 'two']);
});

test('a tab with the token from before does not take the newer one away', async () => {
  const { vault, sessions, back } = setup();
  await sessions.remember(came('stepped up', 2));
  await sessions.remember(came('before', 1));
  expect([await assertionOf(vault, principal), back]).toEqual(['stepped up', ['Alex']]);
});

test('what could not be kept is tried again', async () => {
  const { sessions, back, counting } = setup();
  const { put } = counting;
  counting.put = () => Promise.reject(new Error('store is away'));
  await expect(sessions.remember(came('one', 1))).rejects.toThrow('store is away');
  expect(back).toEqual([]);
  counting.put = put;
  await sessions.remember(came('one', 1));
  expect(back).toEqual(['Alex']);
});
