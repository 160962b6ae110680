import { outcomeOf } from '@portico/microsoft/operation';
import { websites } from '@portico/microsoft/services/websites';
import { describe, expect, test } from 'vitest';
import { days, hours, minutes } from '../platform/durations.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { environment, wish } from '../test-support/given.ts';
import { startTwin } from '../twin.ts';

describe('a site is created', () => {
  test('it is ready after twelve minutes and leaves its record in Dataverse', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, websites);
    const started = await client.createWebsite({ environment, body: wish });
    const seen = new Set<string>();
    for (let minute = 0; minute <= 12; minute += 1) {
      const outcome = outcomeOf(await client.getOperation.at(started.operation ?? ''));
      const [site] = (await client.listWebsites({ environment })).value;
      seen.add(`${outcome.state} ${site?.status} ${site?.packageInstallStatus}`);
      twin.world.clock.jump(minutes);
    }
    expect([...seen]).toEqual([
      'running OperationNotStarted None',
      'running OperationInProgress InstallRequested',
      'running OperationInProgress InstallScheduled',
      'running OperationInProgress Installing',
      'running OperationInProgress Installed',
      'succeeded OperationComplete Installed',
    ]);
    const [organization] = twin.world.state.dataverse.organizations;
    expect(organization?.tables['adx_websites']).toMatchObject([{ adx_name: 'Orders' }]);
    expect(twin.world.state.writes).toMatchObject([{ service: 'Power Pages', endpoint: 'createWebsite' }]);
  });

  test.each(['absolute', 'relative'] as const)(
    'its operation has an %s address, with version 1',
    async (form) => {
      await using twin = await startTwin({ speed: 0 });
      Object.assign(twin.world.state.switches, { operationAddress: form });
      const client = await connectTo(twin, websites);
      const { status, operation = '' } = await client.createWebsite({ environment, body: wish });
      expect(status).toBe(202);
      expect(operation).toMatch(form === 'absolute' ? /^http:.*api-version=1$/ : /^\/.*api-version=1$/);
      expect(outcomeOf(await client.getOperation.at(operation)).state).toBe('running');
    },
  );

  test.each(['OperationComplete', 'StateConfigured'] as const)('ready reads as %s', async (readySite) => {
    await using twin = await startTwin({ speed: 0 });
    Object.assign(twin.world.state.switches, { readySite });
    const client = await connectTo(twin, websites);
    await client.createWebsite({ environment, body: wish });
    twin.world.clock.jump(13 * minutes);
    expect((await client.listWebsites({ environment })).value).toMatchObject([
      { status: readySite, type: 'Trial', siteVisibility: 'private', dataModel: 'Standard' },
    ]);
  });

  test.each(['echoed', 'DefaultPortalTemplate'] as const)('its template reads %s', async (templateName) => {
    await using twin = await startTwin({ speed: 0 });
    Object.assign(twin.world.state.switches, { templateName });
    const client = await connectTo(twin, websites);
    await client.createWebsite({ environment, body: wish });
    const expected = templateName === 'echoed' ? 'CustomerPortal' : templateName;
    expect((await client.listWebsites({ environment })).value).toMatchObject([{ templateName: expected }]);
  });
});

test('the trial counts down with the clock: 90 days, 7 suspended, then the host is gone', async () => {
  await using twin = await startTwin({ speed: 0, now: new Date('2026-11-23T12:00:03.000Z') });
  const client = await connectTo(twin, websites);
  await client.createWebsite({ environment, body: wish });
  const at = async (day: number) => {
    const [site] = (await client.listWebsites({ environment })).value;
    return `${day}: ${site?.status} ${site?.trialExpiringInDays} ${site?.suspendedWebsiteDeletingInDays}`;
  };
  const seen: string[] = [];
  let today = 0;
  for (const day of [1, 89, 90, 96, 97]) {
    twin.world.clock.jump((day - today) * days + (today === 0 ? 1 * hours : 0));
    today = day;
    seen.push(await at(day));
  }
  expect(seen).toEqual([
    '1: OperationComplete 88 95',
    '89: OperationComplete 0 7',
    '90: StateSuspended 0 6',
    '96: StateSuspended 0 0',
    '97: undefined undefined undefined',
  ]);
});

test('creation dates have no zone', async () => {
  await using twin = await startTwin({ speed: 0, now: new Date('2026-11-23T12:00:03.000Z') });
  const client = await connectTo(twin, websites);
  await client.createWebsite({ environment, body: wish });
  expect((await client.listWebsites({ environment })).value).toMatchObject([
    { createdOn: '2026-11-23T12:00:03' },
  ]);
});

test('a long list comes in pages, and the next page is where it says', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, websites);
  for (let index = 0; index < 11; index += 1)
    await client.createWebsite({
      environment,
      body: { ...wish, subdomain: `site-${index}`, templateName: 'FAQ' },
    });
  const first = await client.listWebsites({ environment });
  const second = await client.listWebsites.at(first['@odata.nextLink'] ?? '');
  expect([first.value.length, second.value.length, second['@odata.nextLink']]).toEqual([10, 1, undefined]);
});

test('one site by its id; an unknown one is absent', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  const client = await connectTo(twin, websites);
  const [site] = (await client.listWebsites({ environment })).value;
  expect(await client.getWebsite({ environment, website: site?.id ?? '' })).toEqual(site);
  expect(await client.getWebsite({ environment, website: environment })).toBeUndefined();
});

test.each(['operation-fails', 'operation-never-ends'] as const)('%s: known only later', async (kind) => {
  await using twin = await startTwin({ speed: 0 });
  twin.world.state.faults.push({ kind, count: 1 });
  const client = await connectTo(twin, websites);
  const { operation = '' } = await client.createWebsite({ environment, body: wish });
  twin.world.clock.jump(24 * hours);
  const outcome = outcomeOf(await client.getOperation.at(operation));
  expect(outcome.state).toBe(kind === 'operation-fails' ? 'failed' : 'running');
  const [site] = (await client.listWebsites({ environment })).value;
  expect(site?.status).toBe(kind === 'operation-fails' ? 'OperationFailed' : 'OperationInProgress');
});

test('a failed site gives its address and its place back', async () => {
  await using twin = await startTwin({ speed: 0 });
  twin.world.state.faults.push({ kind: 'operation-fails', count: 1 });
  const client = await connectTo(twin, websites);
  await client.createWebsite({ environment, body: wish });
  twin.world.clock.jump(1 * hours);
  await client.createWebsite({ environment, body: wish });
  twin.world.clock.jump(1 * hours);
  const { value } = await client.listWebsites({ environment });
  expect(value.map(({ status }) => status)).toEqual(['OperationComplete']);
});

test('reads may lag behind a creation, and the answer of a creation may get lost', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, websites);
  twin.world.state.faults.push({ kind: 'answer-lost', count: 1, endpoint: 'createWebsite' });
  await expect(client.createWebsite({ environment, body: wish })).rejects.toThrow(/hang up|ECONNRESET/);
  twin.world.clock.jump(1 * minutes);
  twin.world.state.faults.push({ kind: 'stale-reads', count: 1, seconds: 300 });
  expect((await client.listWebsites({ environment })).value).toEqual([]);
  expect((await client.listWebsites({ environment })).value).toHaveLength(1);
});
