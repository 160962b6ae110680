// Actions of later days, through the API: they need nothing but a decision, and what has to be typed.
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments, people } from '@portico/twin/scenarios/contoso/ids';
import { fiveMaps } from '@portico/twin/test-support/five-maps';
import { sequenceOf } from '@portico/twin/dual-write/sequences';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, rehearse } from '../test-support/rehearse.ts';

/** What a run has been told, and an action of it, from its start to its end. */
function acting(api: Client<typeof routes>, run: string) {
  const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);
  const perform = async (action: string) => {
    const { operation } = await api.startAction({
      run,
      action,
      body: { driver: 'automatic', key: randomUUID() },
    });
    return patiently('the action ends', async () =>
      (await events()).find((event) => event.type === 'operation-finished' && event.operation === operation),
    );
  };
  return { events, perform };
}

test('running maps are paused and stopped whatever blocks the step, and its proof is read anew each time', async () => {
  await using rehearsal = await rehearse({ speed: 100_000 });
  const { world } = rehearsal.twin;
  const [link] = world.state.dualWrite.links;
  if (!link) throw new Error('Contoso has a link.');
  const five = link.maps.filter(({ name }) => fiveMaps.includes(name));
  for (const map of new Set(five.flatMap((one) => sequenceOf(link, one)))) {
    map.state = 4;
    map.pid ??= world.id();
  }
  const api = await rehearsal.as();
  const run = await newRun(api, environments.production);
  const { events, perform } = acting(api, run);
  await expect(perform('pause-maps')).rejects.toMatchObject({ status: 409, body: { code: 'gate-closed' } });

  const answers = { master: 'finance-operations', initialSync: false, choices: {} } as const;
  await api.answerStep({ run, step: 'table-maps', body: answers });
  // Nobody has looked at anything, so nothing could be started here.
  await expect(perform('start-maps')).rejects.toMatchObject({ status: 409, body: { code: 'gate-closed' } });
  expect(await perform('pause-maps')).toMatchObject({ outcome: 'done' });
  expect(new Set(five.map(({ state }) => state))).toEqual(new Set([5]));
  const proof = async () =>
    (await events()).findLast((event) => event.type === 'check-finished' && event.check === 'maps-running');
  expect(await proof()).toMatchObject({ finding: { state: 'blocked', says: { id: 'maps-running.paused' } } });

  expect(await perform('skip-catch-up')).toMatchObject({ outcome: 'done' });
  expect(new Set(five.map(({ state }) => state))).toEqual(new Set([4]));
  expect(await proof()).toMatchObject({ finding: { state: 'ok' } });

  expect(await perform('stop-maps')).toMatchObject({ outcome: 'done' });
  expect(new Set(five.map(({ state }) => state))).toEqual(new Set([1]));
  expect(await proof()).toMatchObject({ finding: { state: 'blocked', says: { id: 'maps-running.some' } } });
}, 60_000);

test('a host is deleted only when its address was typed, whoever asks for it and in whatever way', async () => {
  await using rehearsal = await rehearse({ speed: 100_000, scenario: 'site-exists' });
  const { state } = rehearsal.twin.world;
  const [site] = state.platform.sites;
  if (!site) throw new Error('There is a site.');
  Object.assign(site, { owner: people.alex });
  const api = await rehearsal.as();
  const run = await newRun(api, environments.production);
  const decided = { name: site.name, subdomain: site.subdomain, language: site.language };
  await api.answerStep({ run, step: 'portal-site', body: decided });
  await api.answerStep({ run, step: 'go-live', body: { convert: 'now' } });
  const { events } = acting(api, run);
  const start = (driver: 'automatic' | 'guided', confirmed?: string) =>
    api.startAction({ run, action: 'delete-site-host', body: { driver, key: randomUUID(), confirmed } });

  const { confirm } = await api.reviewAction({ run, action: 'delete-site-host' });
  expect(confirm).toBe(`contoso-orders.portals.twin.localhost:${rehearsal.twin.port}`);
  expect((await api.reviewAction({ run, action: 'restart-site' })).confirm).toBeUndefined();
  const refusal = { status: 422, body: { code: 'not-confirmed', values: { typed: confirm } } };
  for (const driver of ['automatic', 'guided'] as const)
    for (const typed of [undefined, '', 'contoso-other.portals.twin.localhost'])
      await expect(start(driver, typed)).rejects.toMatchObject(refusal);
  expect((await events()).filter(({ type }) => type === 'operation-started')).toEqual([]);
  expect(state.writes).toEqual([]);

  const { operation } = await start('automatic', ` ${String(confirm).toUpperCase()}`);
  const ended = await patiently('the host is deleted', async () =>
    (await events()).find((event) => event.type === 'operation-finished' && event.operation === operation),
  );
  expect(ended).toMatchObject({ outcome: 'done' });
  expect(state.writes.map(({ endpoint }) => endpoint)).toEqual(['deleteWebsite']);
}, 60_000);

test('who makes a site public, or private again, sees at once what visitors meet there now', async () => {
  await using rehearsal = await rehearse({ speed: 100_000, scenario: 'site-exists' });
  const [site] = rehearsal.twin.world.state.platform.sites;
  if (!site) throw new Error('There is a site.');
  Object.assign(site, { owner: people.alex, type: 'Production' });
  const api = await rehearsal.as();
  const run = await newRun(api, environments.production);
  const decided = { name: site.name, subdomain: site.subdomain, language: site.language };
  await api.answerStep({ run, step: 'portal-site', body: decided });
  await api.answerStep({ run, step: 'go-live', body: { convert: 'now' } });
  await api.runChecks({ run, body: {} });
  const { events, perform } = acting(api, run);
  const answers = async () =>
    (await events()).findLast((event) => event.type === 'check-finished' && event.check === 'site-answers');
  for (const [action, says] of [
    ['publish-site', 'site-answers.ok'],
    ['hide-site', 'site-answers.private'],
  ] as const) {
    expect(await perform(action)).toMatchObject({ outcome: 'done' });
    expect(await answers()).toMatchObject({ finding: { says: { id: says } } });
  }
}, 60_000);
