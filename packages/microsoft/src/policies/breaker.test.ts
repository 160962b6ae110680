import { expect, it } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { clouds } from '../clouds.ts';
import { createConnections } from '../connect.ts';
import { type Ending, scriptedClient } from '../test-support/scripted-client.ts';
import { sessionOn, shop } from '../test-support/shop.ts';
import { virtualWorld } from '../test-support/virtual-world.ts';

const ok: Ending = { status: 200, body: { value: [] } };

function calling(cloud: Cloud = clouds.public) {
  const world = virtualWorld();
  const scene: { ending: Ending } = { ending: ok };
  const client = scriptedClient(world, () => scene.ending);
  const connections = createConnections({ version: '1', client });
  const call = (ending: Ending, tenant = 'contoso') => {
    scene.ending = ending;
    const session = sessionOn(cloud, world, { tenant, patience: 'durable' });
    return world.run(
      connections
        .connect(shop, session)
        .list({})
        .then(
          () => 'ok',
          (error: Error) => error,
        ),
    );
  };
  return { world, client, call };
}

it('opens at half of twenty calls, stays so for 15 s, then lets one through to see', async () => {
  const { world, client, call } = calling();
  for (let count = 0; count < 10; count += 1) await call(ok);
  for (let count = 0; count < 10; count += 1) await call({ status: 503 });
  expect(client.attempts).toHaveLength(20);
  expect(await call(ok)).toMatchObject({ code: 'upstream-unavailable', retryAfter: 15 });
  expect(await call(ok, 'fabrikam')).toBe('ok');
  expect(client.attempts).toHaveLength(21);
  await world.advance(14_000);
  expect(await call(ok)).toMatchObject({ retryAfter: 1 });
  await world.advance(1000);
  // Half open: the probe fails, and it is open again.
  expect(await call({ status: 503 })).toMatchObject({ upstream: { status: 503 } });
  expect(await call(ok)).toMatchObject({ retryAfter: 15 });
  await world.advance(15_000);
  expect(await call(ok)).toBe('ok');
  expect(await call(ok)).toBe('ok');
});

it('shortens the pause where time runs faster, and tells it in the time of that cloud', async () => {
  const { world, call } = calling({ ...clouds.public, pace: 60 });
  for (let count = 0; count < 20; count += 1) await call({ status: 503 });
  expect(await call(ok)).toMatchObject({ code: 'upstream-unavailable', retryAfter: 15 });
  await world.advance(250);
  expect(await call(ok)).toBe('ok');
});

it('counts silence as a failure, and neither being throttled nor being refused', async () => {
  const refused = calling();
  for (let count = 0; count < 30; count += 1) await refused.call({ status: count % 2 ? 429 : 403 });
  expect(refused.client.attempts).toHaveLength(30);
  const silent = calling();
  for (let count = 0; count < 25; count += 1) await silent.call({ breaks: 'ECONNRESET' });
  expect(silent.client.attempts).toHaveLength(20);
});

it('forgets what is older than 30 s', async () => {
  const { world, client, call } = calling();
  for (let count = 0; count < 19; count += 1) await call({ status: 503 });
  await world.advance(31_000);
  expect(await call({ status: 503 })).toMatchObject({ upstream: { status: 503 } });
  expect(await call(ok)).toBe('ok');
  expect(client.attempts).toHaveLength(21);
});
