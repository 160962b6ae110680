import { expect, it } from 'vitest';
import { changeSet } from '../batch.ts';
import type { Cloud } from '../cloud.ts';
import { clouds } from '../clouds.ts';
import { createConnections } from '../connect.ts';
import type { Session } from '../session.ts';
import { dataverse } from '../services/dataverse.ts';
import { type Ending, scriptedClient } from '../test-support/scripted-client.ts';
import { sessionOn } from '../test-support/shop.ts';
import { virtualWorld } from '../test-support/virtual-world.ts';

const answer = (left: number | undefined, status = 200): Ending => ({
  status,
  ...(left === undefined ? {} : { headers: { 'x-ms-ratelimit-burst-remaining-xrm-requests': `${left}` } }),
  body: { BusinessUnitId: 'a', UserId: 'b', OrganizationId: 'c' },
});

/** Sends a batch of so many or, without a number, one request; `left` is what the answer says is left. */
function sending(cloud: Cloud = clouds.public) {
  const world = virtualWorld();
  const scene = { ending: answer(undefined) };
  const client = scriptedClient(world, () => scene.ending);
  const connections = createConnections({ version: '1', client });
  const send = (ending: Ending, operations?: number, more: Partial<Session> = {}) => {
    scene.ending = ending;
    const session = sessionOn(cloud, world, { patience: 'durable', ...more });
    const to = connections.connect(dataverse, session, 'https://contoso.crm4.dynamics.com');
    const update = {
      method: 'PATCH',
      path: 'adx_websites(1)',
      body: { adx_name: '\nContent-ID: 9' },
    } as const;
    const set = changeSet(
      Array.from({ length: operations ?? 1 }, () => update),
      { batch: '1', set: '2' },
    );
    const sent: Promise<unknown> =
      operations === undefined
        ? to.whoAmI({})
        : to.batch({ headers: { 'content-type': set.contentType }, body: set.body });
    return world.run(
      sent.then(
        () => 'ok',
        (error: Error) => error,
      ),
    );
  };
  return { world, client, send };
}

it('is held while nothing is left, until the first batch of the most leaves the window', async () => {
  const { world, client, send } = sending();
  await send(answer(4000), 500);
  await world.advance(10_000);
  await send(answer(1000), 1000);
  await world.advance(10_000);
  await send(answer(0), 1000);
  expect(await send(answer(0))).toMatchObject({ code: 'upstream-throttled', retryAfter: 291 });
  expect(client.attempts).toHaveLength(3);
  await world.advance(290_900);
  expect(await send(answer(900))).toBe('ok');
  await send(answer(0), 1000);
  expect(client.attempts).toHaveLength(5);
  // The second of the thousands is next.
  expect(await send(answer(0))).toMatchObject({ code: 'upstream-throttled', retryAfter: 10 });
});

it('looks again soon where others have used it up, and lets through what a person waits for', async () => {
  const { world, client, send } = sending();
  await send(answer(0));
  expect(await send(answer(1))).toMatchObject({ code: 'upstream-throttled', retryAfter: 15 });
  expect(await send(answer(1), undefined, { patience: 'interactive' })).toBe('ok');
  expect(await send(answer(1), undefined, { tenant: 'fabrikam' })).toBe('ok');
  await world.advance(15_000);
  expect(await send(answer(0))).toBe('ok');
  expect(client.attempts).toHaveLength(4);
});

it('holds nothing where nobody says what is left, nor because of a refusal, whose own wait counts', async () => {
  const { client, send } = sending();
  await send(answer(undefined), 1000);
  await send(answer(0, 429));
  expect(await send(answer(undefined))).toBe('ok');
  expect(client.attempts).toHaveLength(3);
});

it('waits in the time of a cloud that is faster', async () => {
  const { world, send } = sending({ ...clouds.public, pace: 60 });
  await send(answer(0), 1000);
  expect(await send(answer(1))).toMatchObject({ retryAfter: 296 });
  await world.advance(5000);
  expect(await send(answer(1))).toBe('ok');
});
