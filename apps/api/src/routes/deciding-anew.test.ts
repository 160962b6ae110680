// An address that turns out to be somebody else's when the site is half made: another one can be chosen, and the failed site
// is in nobody's way. What stands, or may still come, keeps the decision as it is.
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

const site = { name: 'Contoso orders', subdomain: 'fabrikam', language: 1033 };
const other = { ...site, subdomain: 'contoso-orders' };

/** A run in which the maps run, and the address is decided. */
async function ready({ twin }: Rehearsal, api: Client<typeof routes>): Promise<string> {
  const { world } = twin;
  world.state.switches.siteCreationFails = 'late';
  for (const { maps } of world.state.dualWrite.links)
    for (const map of maps) Object.assign(map, { state: 4, pid: map.pid ?? world.id() });
  const run = await newRun(api, environments.production);
  const maps = { master: 'finance-operations', initialSync: false, choices: {} };
  await api.answerStep({ run, step: 'table-maps', body: maps });
  await api.answerStep({ run, step: 'portal-site', body: site });
  await api.runChecks({ run, body: {} });
  return run;
}

async function provision(api: Client<typeof routes>, run: string) {
  const body = { driver: 'automatic', key: randomUUID() } as const;
  const { operation } = await api.startAction({ run, action: 'provision-site', body });
  return patiently('creating ends', async () => {
    const { events } = await api.getRun({ run });
    return events.find(({ event }) => event.type === 'operation-finished' && event.operation === operation)
      ?.event;
  });
}

const locked = { status: 409, body: { code: 'answers-locked' } };

test('after a late failure another address is decided, and the site is made there', async () => {
  await using rehearsal = await rehearse({ speed: 20_000 });
  const api = await rehearsal.as();
  const run = await ready(rehearsal, api);
  const decide = (body: object) => api.answerStep({ run, step: 'portal-site', body });
  expect(await provision(api, run)).toMatchObject({
    outcome: 'failed',
    problem: { code: 'action-failed', values: { cause: 'site-error.address-taken' } },
  });
  const { sites } = rehearsal.twin.world.state.platform;
  expect(sites.map(({ subdomain }) => subdomain)).toEqual(['fabrikam']);

  await decide(other);
  await api.runChecks({ run, body: {} });
  const found = async () =>
    (await api.getRun({ run })).events.findLast(
      ({ event }) => event.type === 'check-finished' && event.check === 'site-address',
    )?.event;
  expect(await found()).toMatchObject({
    finding: { state: 'warn', says: { id: 'site-address.failed', values: { name: 'Contoso orders' } } },
  });
  expect(await provision(api, run)).toMatchObject({ outcome: 'done' });
  // Now there is a site, and the decision describes it.
  await expect(decide(site)).rejects.toMatchObject(locked);
  const body = { environment: environments.sandbox };
  await expect(api.answerStep({ run, step: 'environment', body })).rejects.toMatchObject(locked);
}, 60_000);

test.each([
  ['Microsoft still lists it as under way', { fails: undefined, readyAt: '2099-01-01T00:00:00Z' }],
  ['it stands after all', { fails: undefined }],
] as const)(
  'after a failure the decision stays where %s',
  async (_, becomes) => {
    await using rehearsal = await rehearse({ speed: 20_000 });
    const api = await rehearsal.as();
    const run = await ready(rehearsal, api);
    expect(await provision(api, run)).toMatchObject({ outcome: 'failed' });
    const [failed] = rehearsal.twin.world.state.platform.sites;
    if (!failed) throw new Error('The failed site is in the list.');
    Object.assign(failed, becomes);
    await expect(api.answerStep({ run, step: 'portal-site', body: other })).rejects.toMatchObject(locked);
  },
  60_000,
);
