import { expect, it } from 'vitest';
import { clouds } from '../clouds.ts';
import { createConnections } from '../connect.ts';
import { type Ending, scriptedClient } from '../test-support/scripted-client.ts';
import { sessionOn, shop } from '../test-support/shop.ts';
import { virtualWorld } from '../test-support/virtual-world.ts';

function reading(endings: readonly Ending[] = []) {
  const world = virtualWorld();
  const ok: Ending = { status: 200, body: { id: 'a', value: [] } };
  const client = scriptedClient(world, (_request, index) => endings[index] ?? ok);
  return { world, client, connections: createConnections({ version: '1', client }) };
}

it('asks once within a session, at once or one after another', async () => {
  const { world, client, connections } = reading();
  const session = sessionOn(clouds.public, world);
  const [one, two] = [connections.connect(shop, session), connections.connect(shop, session)];
  await world.run(Promise.all([one.list({}), two.list({}), one.list({ $filter: 'x' })]));
  await world.run(two.list({}));
  expect(client.attempts.map(({ url }) => url)).toEqual([
    'https://api.bap.microsoft.com/things',
    'https://api.bap.microsoft.com/things?$filter=x',
  ]);
  expect(session.heard).toHaveLength(2);
});

it('shares between sessions that hold the same memo, and each hears the proof once', async () => {
  const { world, client, connections } = reading();
  const run = {};
  const [first, second] = [
    sessionOn(clouds.public, world, { memo: run }),
    sessionOn(clouds.public, world, { memo: run }),
  ];
  await world.run(connections.connect(shop, first).list({}));
  await world.run(connections.connect(shop, second).list({}));
  await world.run(connections.connect(shop, second).list({}));
  expect(client.attempts).toHaveLength(1);
  expect(second.heard).toEqual(first.heard);
  await world.run(connections.connect(shop, sessionOn(clouds.public, world)).list({}));
  expect(client.attempts).toHaveLength(2);
});

it('keeps a no, forgets a failure', async () => {
  const { world, client, connections } = reading([
    { status: 404 },
    ...Array.from({ length: 4 }, (): Ending => ({ status: 503 })),
  ]);
  const one = connections.connect(shop, sessionOn(clouds.public, world));
  expect(await world.run(one.find({ id: 'a' }))).toBeUndefined();
  expect(await world.run(one.find({ id: 'a' }))).toBeUndefined();
  await expect(world.run(one.find({ id: 'b' }))).rejects.toMatchObject({ code: 'upstream-unavailable' });
  expect(await world.run(one.find({ id: 'b' }))).toMatchObject({ id: 'a' });
  expect(client.attempts).toHaveLength(6);
});

it('keeps what is steady for minutes, between sessions and over changes, but no no and no failure', async () => {
  const { world, client, connections } = reading([
    { status: 404 },
    { status: 400 },
    { status: 200, body: { name: 'of another shape' } },
    { status: 200, body: { id: 'a' } },
  ]);
  const session = () => sessionOn(clouds.public, world, { patience: 'durable' });
  const describe = () => world.run(connections.connect(shop, session()).describe({ id: 'a' }));
  expect(await describe()).toBeUndefined();
  await expect(describe()).rejects.toMatchObject({ code: 'upstream-refused' });
  await expect(describe()).rejects.toMatchObject({ code: 'upstream-shape' });
  const asked = client.attempts.length;
  expect([await describe(), await describe()]).toEqual([{ id: 'a' }, { id: 'a' }]);
  await world.run(connections.connect(shop, session()).put({ id: 'b', body: {} }));
  expect(await describe()).toEqual({ id: 'a' });
  expect(client.attempts.length).toBe(asked + 2);
  await world.run(world.sleep(300_000));
  await describe();
  expect(client.attempts.length).toBe(asked + 3);
});

it('forgets everything at a change, and in a durable session, which polls', async () => {
  const { world, client, connections } = reading();
  const one = connections.connect(shop, sessionOn(clouds.public, world));
  await world.run(one.find({ id: 'a' }));
  await world.run(one.put({ id: 'a', body: {} }));
  await world.run(one.find({ id: 'a' }));
  expect(client.attempts).toHaveLength(3);
  const polling = connections.connect(shop, sessionOn(clouds.public, world, { patience: 'durable' }));
  await world.run(polling.find({ id: 'a' }));
  await world.run(polling.find({ id: 'a' }));
  expect(client.attempts).toHaveLength(5);
});
