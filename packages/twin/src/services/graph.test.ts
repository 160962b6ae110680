import { request } from 'node:http';
import { clientOf, type Incoming, type Transport } from '@portico/http/client';
import { graph } from '@portico/microsoft/services/graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants } from '../scenarios/contoso/directory-ids.ts';
import { signInAs } from '../sign-in-as.ts';
import { startTwin, type Twin } from '../twin.ts';

const audience = 'https://graph.microsoft.com';
let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin[Symbol.asyncDispose]());

/** Node's fetch can't name a host apart from its address, and not every resolver knows names below localhost. */
const get = (path: string, token?: string): Promise<Incoming> =>
  new Promise((resolve, reject) => {
    const headers = {
      Host: `graph.twin.localhost:${twin.port}`,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    };
    request({ host: '127.0.0.1', port: twin.port, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        const header = (name: string) => answer.headers[name]?.toString();
        resolve({ status: answer.statusCode ?? 0, header, body: JSON.parse(text) });
      });
    })
      .on('error', reject)
      .end();
  });

const clientWith = (token: string) => {
  const transport: Transport = {
    send: ({ target }) => get(target, token),
    explain: (_request, { status, body }, shape) => new Error(`${status} ${shape ?? JSON.stringify(body)}`),
  };
  return clientOf(graph.endpoints, transport);
};
const as = async (user: string, how?: Parameters<typeof signInAs>[3]) =>
  clientWith(await signInAs(twin, user, audience, how));

test('lists products in Graph’s shape, and the client reads them', async () => {
  const { value } = await (await as('alex@contoso.example')).listSubscribedSkus({});
  expect(value.map(({ skuPartNumber }) => skuPartNumber)).toEqual([
    'DYN365_SCM',
    'DYN365_TEAM_MEMBERS',
    'Power_Pages_authenticated_users_T1_100_users/per_site/month_capacity_pack',
    'Power_Pages_vTrial_for_Makers',
    'CDS_DB_CAPACITY',
  ]);
  expect(value[0]).toMatchObject({
    id: `${tenants.contoso}_f2e48cb3-9da0-42cd-8464-4a54ce198ad0`,
    accountId: tenants.contoso,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: 14,
    prepaidUnits: { enabled: 25, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: expect.arrayContaining([
      {
        servicePlanId: '1224eae4-0d91-474a-8a52-27ec96a63fe7',
        servicePlanName: 'D365_SCM',
        provisioningStatus: 'Success',
        appliesTo: 'User',
      },
    ]),
  });
});

test('knows who asks and which licences they hold', async () => {
  const client = await as('mona.berg@contoso.example');
  expect(await client.getMe({})).toMatchObject({
    displayName: 'Mona Berg',
    userPrincipalName: 'mona.berg@contoso.example',
  });
  const { value } = await client.listMyLicences({});
  expect(value.map(({ skuPartNumber }) => skuPartNumber)).toEqual(['DYN365_TEAM_MEMBERS']);
});

test('a permission that is missing is refused', async () => {
  const client = await as('alex@contoso.example', { permissions: ['User.Read'] });
  await expect(client.listSubscribedSkus({})).rejects.toThrow(
    '403 {"error":{"code":"Authorization_RequestDenied"',
  );
  await expect(client.listMyLicences({})).resolves.toBeDefined();
});

test('guests need a directory role; whether members do is a switch', async () => {
  const guest = await as('gus.moreau@adatum.example', { tenant: tenants.contoso });
  await expect(guest.listSubscribedSkus({})).rejects.toThrow('403');
  const member = await as('una.holm@contoso.example');
  await expect(member.listSubscribedSkus({})).resolves.toBeDefined();
  twin.world.state.switches.licencesOfTenant = 'roles-only';
  await expect(member.listSubscribedSkus({})).rejects.toThrow('403');
  await expect((await as('mona.berg@contoso.example')).listSubscribedSkus({})).resolves.toBeDefined();
  twin.world.state.switches.licencesOfTenant = 'members';
});

test('a token for something else, or none, is refused as Graph does', async () => {
  const other = await signInAs(twin, 'alex@contoso.example', 'https://service.powerapps.com');
  for (const token of [other, undefined])
    expect(await get('/v1.0/me', token)).toMatchObject({
      status: 401,
      body: {
        error: { code: 'InvalidAuthenticationToken', innerError: { 'request-id': expect.any(String) } },
      },
    });
});

const rolesOf = async (user: string, how?: Parameters<typeof signInAs>[3]) =>
  (await (await as(user, how)).listMyRoles({}))?.value.map(({ displayName }) => displayName);

test('roles are those held directly; whether activated ones count among them is a switch', async () => {
  expect(await rolesOf('alex@contoso.example')).toEqual([
    'Power Platform Administrator',
    'Dynamics 365 Administrator',
  ]);
  expect(await rolesOf('gita.rao@contoso.example')).toEqual([]);
  expect(await rolesOf('piet.visser@contoso.example')).toEqual([]);
  twin.world.state.switches.activatedRoles = 'shown';
  expect(await rolesOf('piet.visser@contoso.example')).toEqual(['Power Platform Administrator']);
  twin.world.state.switches.activatedRoles = 'hidden';
});

test('without the permission for roles they have no name and no template', async () => {
  const client = await as('alex@contoso.example', { permissions: ['User.Read'] });
  const roles = await client.listMyRoles({});
  expect(roles?.value.map(({ displayName, roleTemplateId }) => [displayName, roleTemplateId])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('a guest’s name is made of the one at home; a delegated administrator isn’t in the directory', async () => {
  const { people } = twin.world.state.directory;
  const guest = await as('gus.moreau@adatum.example', { tenant: tenants.contoso });
  expect(await guest.getMe({})).toMatchObject({
    userPrincipalName: 'gus.moreau_adatum.example#EXT#@contoso.example',
    userType: 'Guest',
  });
  const at = people.findIndex(({ home, tenant }) => home !== undefined && tenant === tenants.contoso);
  const before = people[at];
  if (before) people[at] = { ...before, delegated: true };
  expect(await guest.getMe({})).toBeUndefined();
  expect(await guest.listMyRoles({})).toBeUndefined();
  twin.world.state.switches.delegatedInGraph = 'forbidden';
  await expect(guest.getMe({})).rejects.toThrow('403');
  twin.world.state.switches.delegatedInGraph = 'absent';
  if (before) people[at] = before;
});
