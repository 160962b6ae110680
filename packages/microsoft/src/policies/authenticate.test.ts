import { expect, it } from 'vitest';
import { Problem } from '@portico/contract/problems';
import { clouds } from '../clouds.ts';
import { createConnections } from '../connect.ts';
import type { Session } from '../session.ts';
import { type Ending, scriptedClient } from '../test-support/scripted-client.ts';
import { sessionOn, shop } from '../test-support/shop.ts';
import { virtualWorld } from '../test-support/virtual-world.ts';

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const challenged: Ending = {
  status: 401,
  headers: { 'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"` },
};

function authenticating(endings: readonly Ending[], token: Session['token']) {
  const world = virtualWorld();
  const client = scriptedClient(
    world,
    (_request, index) => endings[index] ?? { status: 200, body: { id: 'a' } },
  );
  const session = sessionOn(clouds.public, world, { token });
  const shopper = createConnections({ version: '1', client }).connect(shop, session);
  return { client, session, start: () => world.run(shopper.start({})) };
}

it('answers a challenge once, with its claims, even for a change', async () => {
  const asked: unknown[][] = [];
  const { client, session, start } = authenticating(
    [challenged],
    async (...args) => `token-${asked.push(args)}`,
  );
  await start();
  expect(asked).toEqual([
    ['https://service.powerapps.com'],
    ['https://service.powerapps.com', claims, 'token-1'],
  ]);
  expect(client.attempts.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
  expect(session.heard.map(({ status }) => status)).toEqual([401, 200]);
});

it('asks the person when the second token is refused as well', async () => {
  let tokens = 0;
  const { client, start } = authenticating([challenged, challenged], async () => `token-${(tokens += 1)}`);
  await expect(start()).rejects.toMatchObject({ code: 'needs-step-up', challenge: claims });
  expect(client.attempts).toHaveLength(2);
});

it('doesn’t send a refused token again', async () => {
  const { client, start } = authenticating([{ status: 401 }], async () => 'the only one');
  await expect(start()).rejects.toMatchObject({ code: 'token-refused' });
  expect(client.attempts).toHaveLength(1);
});

it('sends nothing when no token can be had', async () => {
  const { client, start } = authenticating([], async () => {
    throw new Problem('needs-sign-in');
  });
  await expect(start()).rejects.toMatchObject({ code: 'needs-sign-in' });
  expect(client.attempts).toHaveLength(0);
});
