import { outcomeOf } from '@portico/microsoft/operation';
import { websites } from '@portico/microsoft/services/websites';
import { describe, expect, test } from 'vitest';
import { hours } from '../platform/durations.ts';
import { environments, organizations, tenants } from '../scenarios/contoso/ids.ts';
import { signInAs } from '../sign-in-as.ts';
import { ask } from '../test-support/ask.ts';
import { Answered, connectTo } from '../test-support/connect-to.ts';
import { environment, wish } from '../test-support/given.ts';
import { startTwin, type Twin } from '../twin.ts';
import { fieldsOf, text } from './identity/asking.ts';

type Who = Parameters<typeof connectTo>[2];

/** What the service said no with: status and code. */
async function refusal(twin: Twin, change: Partial<typeof wish> & { in?: string } = {}, who: Who = {}) {
  const { in: where = environment, ...rest } = change;
  const client = await connectTo(twin, websites, who);
  const body = { ...wish, ...rest };
  try {
    await client.createWebsite({ environment: where, body });
    return 'none';
  } catch (error) {
    if (error instanceof Answered) return `${error.status} ${codeOf(error.body)}`;
    throw error;
  }
}

/** Wherever this service puts it. */
function codeOf(body: unknown): string {
  const flat = fieldsOf(body);
  return text(fieldsOf(flat['error']), 'code') ?? text(flat, 'code') ?? '';
}

describe('who may create a site', () => {
  test.each([
    ['gita.rao@contoso.example', '403 A011', 'roles by a group'],
    ['piet.visser@contoso.example', '403 A011', 'roles by PIM'],
    ['una.holm@contoso.example', '403 A011', 'no role'],
    ['alex@contoso.example', 'none', 'everything directly'],
  ])('%s: %s, with %s', async (userName, expected) => {
    await using twin = await startTwin({ speed: 0 });
    expect(await refusal(twin, {}, { userName })).toBe(expected);
  });

  test('nobody but service administrators where the tenant has closed it', async () => {
    await using twin = await startTwin({ speed: 0 });
    twin.world.state.platform.settings[tenants.contoso] = { disablePortalsCreationByNonAdminUsers: true };
    const alex = twin.world.state.directory.people.findIndex(({ userName }) => userName.startsWith('alex@'));
    const [found] = twin.world.state.directory.people.splice(alex, 1);
    if (found) twin.world.state.directory.people.push({ ...found, roles: found.roles.slice(0, 1) });
    expect(await refusal(twin)).toBe('403 A012');
    if (found) twin.world.state.directory.people.splice(-1, 1, found);
    expect(await refusal(twin)).toBe('none');
  });

  test.each([
    ['refused', '403 A012'],
    ['allowed', 'none'],
  ] as const)('a Global Administrator alone is %s there: a switch', async (side, expected) => {
    await using twin = await startTwin({ speed: 0, scenario: 'creation-blocked' });
    twin.world.state.switches.globalAdministrators = side;
    const person = twin.world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
    const roles = ['System Administrator', 'Global Administrator'].map((name) => ({
      name,
      held: 'directly',
    }));
    Object.assign(person ?? {}, { roles });
    expect(await refusal(twin)).toBe(expected);
  });

  test.each([
    ['any-template', 'none'],
    ['no-dynamics', '400 A041'],
  ] as const)('the first site ever by the API, %s: a switch', async (side, expected) => {
    await using twin = await startTwin({ speed: 0, defects: ['first-site'] });
    twin.world.state.switches.firstSite = side;
    expect(await refusal(twin)).toBe(expected);
  });

  test('a token for somebody else, or without the permission', async () => {
    await using twin = await startTwin({ speed: 0 });
    const address = `http://api.twin.localhost:${twin.port}/powerpages/environments/${environment}/websites?api-version=2024-10-01`;
    const as = async (token: string) =>
      (await ask(address, { headers: { Authorization: `Bearer ${token}` } })).status;
    expect(await as(await signInAs(twin, 'alex@contoso.example', 'https://service.powerapps.com'))).toBe(401);
    const client = await connectTo(twin, websites, { permissions: ['Licensing.Allocations.Read'] });
    await expect(client.listWebsites({ environment })).rejects.toMatchObject({
      status: 403,
      body: {
        code: 'Forbidden',
        innererror: {
          code: 'InsufficientDelegatedPermissions',
          message: expect.stringContaining('PowerPages.Websites.Read'),
        },
      },
    });
    expect(await refusal(twin, {}, { permissions: ['PowerPages.Websites.Read'] })).toBe('403 Forbidden');
  });
});

test.each([
  [{ in: '00000000-0000-4000-a000-000000000000' }, '404 A020'],
  [{ in: 'no-id' }, '400 EndpointInvalid'],
  [{ in: environments.developer, dataverseOrganizationId: organizations.production }, '400 A021'],
  [{ in: environments.default, dataverseOrganizationId: organizations.default }, '400 A061'],
  [{ dataverseOrganizationId: organizations.sandbox }, '400 A022'],
  [{ name: ' ' }, '400 A030'],
  [{ name: 'x'.repeat(201) }, '400 A030'],
  [{ subdomain: '-orders' }, '400 A031'],
  [{ subdomain: 'Orders' }, '400 A031'],
  [{ subdomain: 'www' }, '400 A032'],
  [{ subdomain: 'fabrikam' }, '400 A033'],
  [{ templateName: 'SupplyChainPortal' }, '400 A041'],
  [{ selectedBaseLanguage: 1041 }, '400 A051'],
])('%j is refused with %s', async (change, expected) => {
  await using twin = await startTwin({ speed: 0 });
  expect(await refusal(twin, change)).toBe(expected);
  expect(twin.world.state.platform.sites).toEqual([]);
  expect(twin.world.state.writes).toEqual([]);
});

test('one site of this template per environment, and one address per cloud', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  expect(await refusal(twin)).toBe('400 A042');
  expect(await refusal(twin, { subdomain: 'contoso-orders', templateName: 'FAQ' })).toBe('400 A033');
});

test('without dual-write it fails at once, by default', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  expect(await refusal(twin)).toBe('400 A061');
});

test('without dual-write it fails late, on the other side of the switch', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  twin.world.state.switches.siteCreationFails = 'late';
  const client = await connectTo(twin, websites);
  const { operation = '' } = await client.createWebsite({ environment, body: wish });
  expect(outcomeOf(await client.getOperation.at(operation)).state).toBe('running');
  twin.world.clock.jump(1 * hours);
  expect(outcomeOf(await client.getOperation.at(operation))).toMatchObject({ state: 'failed', code: 'A061' });
});

test('a version that the gateway does not know, and a route that nobody has', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, websites);
  await expect(client.listWebsites({ environment, 'api-version': '1999-01-01' })).rejects.toMatchObject({
    status: 400,
    body: { code: 'ApiVersionInvalid', innererror: { code: 'ApiVersionUnsupported' } },
  });
  await expect(client.getOperation.at('/powerpages/nothing')).rejects.toMatchObject({
    status: 404,
    body: { code: 'RouteNotFound' },
  });
});

test('a server error carries a correlation id', async () => {
  await using twin = await startTwin({ speed: 0 });
  twin.world.state.faults.push({ kind: 'server-error', count: 1, service: 'Power Pages' });
  const path = `/powerpages/environments/${environment}/websites?api-version=2024-10-01`;
  const answer = await ask(`http://api.twin.localhost:${twin.port}${path}`);
  expect(answer).toMatchObject({
    status: 503,
    headers: { 'x-ms-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
});
