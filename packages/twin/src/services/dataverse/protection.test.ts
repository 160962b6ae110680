import { changeSet, type Operation } from '@portico/microsoft/batch';
import { expect, test } from 'vitest';
import { signInAs } from '../../sign-in-as.ts';
import { ask } from '../../test-support/ask.ts';
import { startTwin } from '../../twin.ts';
import type { Switches, World } from '../../world.ts';
import { limits } from './protection.ts';

async function open(takes?: World['takes'], switches: Partial<Switches> = {}) {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists', ...(takes ? { takes } : {}) });
  Object.assign(twin.world.state.switches, switches);
  const base = `http://contoso.crm4.twin.localhost:${twin.port}`;
  const tokens = new Map<string, string>();
  const send = async (path: string, more: Parameters<typeof ask>[1] = {}, who = 'alex') => {
    const token = tokens.get(who) ?? (await signInAs(twin, `${who}@contoso.example`, base));
    tokens.set(who, token);
    const headers = { authorization: `Bearer ${token}`, ...more.headers };
    const answer = await ask(`${base}/api/data/v9.2/${path}`, { ...more, headers });
    return {
      status: answer.status,
      code: /0x8007232\d/.exec(answer.text)?.[0],
      wait: answer.headers['retry-after'],
      left: Number(answer.headers['x-ms-ratelimit-burst-remaining-xrm-requests']),
      time: answer.headers['x-ms-ratelimit-time-remaining-xrm-requests'],
    };
  };
  const site = twin.world.state.dataverse.organizations[0]?.tables['adx_websites']?.[0];
  const name: Operation = {
    method: 'PATCH',
    path: `adx_websites(${String(site?.['adx_websiteid'])})`,
    body: { adx_name: 'Named' },
  };
  const batch = (count: number) => {
    const { contentType, body } = changeSet(
      Array.from({ length: count }, () => name),
      { batch: '1', set: '2' },
    );
    return send('$batch', { method: 'POST', headers: { 'content-type': contentType }, body });
  };
  return { twin, send, batch, [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose]() };
}

test('a batch is one request, whatever it holds', async () => {
  await using stage = await open();
  expect((await stage.batch(1000)).left).toBe(limits.requests - 1);
});

test('where each request of a batch counts, the limit is gone over by the last one and then holds until that has passed', async () => {
  await using stage = await open(undefined, { batchedRequests: 'each' });
  const { twin, send, batch } = stage;
  expect((await send('WhoAmI')).left).toBe(limits.requests - 1);
  for (let sets = 0; sets < 6; sets += 1) {
    expect((await batch(1000)).status).toBe(200);
    twin.world.clock.jump(10_000);
  }
  expect(await send('WhoAmI')).toMatchObject({ status: 429, code: '0x80072322', wait: '240', left: 0 });
  // Another person has limits of their own.
  expect((await send('WhoAmI', {}, 'mona.berg')).status).toBe(200);
  twin.world.clock.jump(239_000);
  expect((await send('WhoAmI')).status).toBe(429);
  twin.world.clock.jump(1000);
  expect(await send('WhoAmI')).toMatchObject({ status: 200, left: 999 });
});

test('time that requests take is counted by itself, and given back after the window', async () => {
  await using stage = await open({ request: 100, operation: 500 });
  const { twin, send, batch } = stage;
  expect((await send('WhoAmI')).time).toBe('1,199.90');
  expect((await batch(1000)).time).toBe('699.80');
  twin.world.clock.jump(60_000);
  expect((await batch(1000)).time).toBe('199.70');
  expect((await batch(1000)).time).toBe('0.00');
  expect(await send('WhoAmI')).toMatchObject({ status: 429, code: '0x80072321', wait: '240' });
  twin.world.clock.jump(240_000);
  expect((await send('WhoAmI')).status).toBe(200);
});

test('more than 52 at once are too many', async () => {
  // So long that none of those that are let in is answered before this ends.
  await using stage = await open({ request: 20_000, operation: 0 });
  await stage.send('WhoAmI');
  stage.twin.world.clock.speed = 1;
  const [codes, enough] = [[] as unknown[], Promise.withResolvers<void>()];
  for (let sent = 0; sent < limits.atOnce + 5; sent += 1)
    void stage.send('WhoAmI').then(
      ({ code }) => codes.push(code) === 5 && enough.resolve(),
      // Cut off with the twin.
      () => undefined,
    );
  await enough.promise;
  expect(codes).toEqual(Array.from({ length: 5 }, () => '0x80072326'));
});
