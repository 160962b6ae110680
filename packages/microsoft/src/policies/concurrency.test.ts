import { expect, it } from 'vitest';
import { clouds } from '../clouds.ts';
import { createConnections } from '../connect.ts';
import { type Ending, scriptedClient } from '../test-support/scripted-client.ts';
import { sessionOn, shop } from '../test-support/shop.ts';
import { virtualWorld } from '../test-support/virtual-world.ts';

const ok: Ending = { status: 200, body: { id: 'a' } };
const tooMany: Ending = {
  status: 429,
  body: { error: { code: '0x80072326', message: 'Too many at once.' } },
};

function crowd(endings: (index: number) => Ending) {
  const world = virtualWorld();
  const client = scriptedClient(world, (_request, index) => endings(index));
  const connections = createConnections({ version: '1', client });
  const ask = (count: number, signal?: AbortSignal) => {
    const session = sessionOn(clouds.public, world, { patience: 'durable', ...(signal ? { signal } : {}) });
    const calls = Array.from({ length: count }, (_, id) =>
      connections.connect(shop, session).find({ id: `${id}` }),
    );
    return world.run(Promise.allSettled(calls));
  };
  return { client, ask };
}

it('sends at most 52 at once to one host', async () => {
  const { client, ask } = crowd(() => ok);
  await ask(200);
  expect(client.attempts).toHaveLength(200);
  expect(client.load.most).toBe(52);
});

it('halves when Dataverse says that it is too many, and climbs back slowly', async () => {
  const { client, ask } = crowd((index) => (index === 0 ? tooMany : ok));
  await ask(1);
  await ask(60);
  // 26, and after 26 and 27 successes one more each.
  expect(client.load.most).toBeGreaterThanOrEqual(26);
  expect(client.load.most).toBeLessThanOrEqual(28);
});

it('never falls below one', async () => {
  const { client, ask } = crowd((index) => (index < 10 ? tooMany : ok));
  for (let count = 0; count < 10; count += 1) await ask(1);
  await ask(3);
  expect(client.attempts).toHaveLength(13);
});

it('lets go of those who stop waiting', async () => {
  const given = new AbortController();
  const { client, ask } = crowd(() => ok);
  const first = ask(52);
  const gone = ask(5, given.signal);
  given.abort(new Error('left'));
  const outcomes = await gone;
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  await first;
  await ask(1);
  expect(client.attempts).toHaveLength(53);
});
