import { outcomeOf } from '@portico/microsoft/operation';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import { minutes } from '../platform/durations.ts';
import { environments, organizations } from '../scenarios/contoso/ids.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { startTwin } from '../twin.ts';

const environment = environments.production;
const wish = {
  dataverseOrganizationId: organizations.production,
  name: 'Orders',
  selectedBaseLanguage: 1033,
  subdomain: 'contoso-shop',
  templateName: 'CustomerPortal',
};

test('a site is created, becomes ready after twelve minutes and leaves its record in Dataverse', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, websites);
  const started = await client.createWebsite({ environment, body: wish });
  expect(started).toMatchObject({ status: 202, operation: expect.stringContaining('api-version=1') });
  const seen: string[] = [];
  for (let minute = 0; minute <= 12; minute += 1) {
    const outcome = outcomeOf(await client.getOperation.at(started.operation ?? ''));
    const { value } = await client.listWebsites({ environment });
    seen.push(`${outcome.state} ${value[0]?.status} ${value[0]?.packageInstallStatus}`);
    twin.world.clock.jump(minutes);
  }
  expect([...new Set(seen)]).toEqual([
    'running OperationNotStarted None',
    'running OperationInProgress InstallRequested',
    'running OperationInProgress InstallScheduled',
    'running OperationInProgress Installing',
    'running OperationInProgress Installed',
    'succeeded OperationComplete Installed',
  ]);
  const [organization] = twin.world.state.dataverse.organizations;
  expect(organization?.tables['adx_websites']).toMatchObject([{ adx_name: 'Orders' }]);
});
