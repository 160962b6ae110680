import { capacity } from '@portico/microsoft/services/capacity';
import { expect, test } from 'vitest';
import { environments, tenants } from '../scenarios/contoso/ids.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { startTwin } from '../twin.ts';

const environment = environments.production;

test('what was bought, what is set aside, and no policy', async () => {
  await using twin = await startTwin({ speed: 0, now: new Date('2026-11-23T12:00:00.000Z') });
  const client = await connectTo(twin, capacity);
  expect(await client.listCurrencyReports({})).toEqual([
    {
      currencyType: 'PowerPagesAuthenticated',
      purchased: 200,
      allocated: 100,
      consumed: { unitsConsumed: 0, lastUpdatedDay: '2026-11-22T00:00:00Z' },
    },
  ]);
  expect(await client.getAllocations({ environment })).toEqual({
    environmentId: environment,
    currencyAllocations: [{ currencyType: 'PowerPagesAuthenticated', allocated: 100 }],
  });
  expect(await client.findBillingPolicy({ environment })).toBeUndefined();
  twin.world.state.platform.billing[environment] = environments.sandbox;
  expect(await client.findBillingPolicy({ environment })).toMatchObject({ status: 'Enabled' });
});

test.each(['zero', 'absent'] as const)('what was never bought is %s', async (emptyCapacity) => {
  await using twin = await startTwin({ speed: 0 });
  Object.assign(twin.world.state.switches, { emptyCapacity });
  twin.world.state.platform.capacity[tenants.contoso] = [];
  const client = await connectTo(twin, capacity);
  const reports = await client.listCurrencyReports({});
  expect(reports.map(({ currencyType, purchased }) => `${currencyType} ${purchased}`)).toEqual(
    emptyCapacity === 'zero' ? ['PowerPagesAuthenticated 0', 'PowerPagesAnonymous 0'] : [],
  );
});

test('who is no administrator is refused without a word', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, capacity, { userName: 'una.holm@contoso.example' });
  await expect(client.listCurrencyReports({})).rejects.toMatchObject({ status: 403, body: undefined });
});

test('storage of the tenant, by kind', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['storage-full'] });
  const client = await connectTo(twin, capacity);
  const { tenantCapacities } = await client.getTenantCapacity({});
  const short = tenantCapacities.filter(
    ({ totalCapacity, consumption }) => (consumption?.actual ?? 0) > totalCapacity,
  );
  expect(tenantCapacities.map(({ capacityType }) => capacityType)).toEqual(['Database', 'File', 'Log']);
  expect(short.map(({ capacityType }) => capacityType)).toEqual(['Database']);
});
