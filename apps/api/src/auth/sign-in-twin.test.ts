import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import { registrations } from '@portico/twin/registrations';
import { tenants } from '@portico/twin/scenarios/contoso/directory-ids';
import { signInAs } from '@portico/twin/sign-in-as';
import { startTwin, type Twin } from '@portico/twin/twin';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Authority, openAuthority } from './authority.ts';

/*
 * The twin's sign-in as Microsoft's own library meets it, without our code between: if MSAL reads a refusal as
 * something else than it would read Entra's, a rehearsal teaches the wrong thing.
 */
const graph = 'https://graph.microsoft.com';
let twin: Twin;
let authority: Authority;
beforeAll(async () => {
  twin = await startTwin();
  authority = await openAuthority(`http://localhost:${twin.port}`, fetch);
});
afterAll(() => twin[Symbol.asyncDispose]());
afterEach(() => {
  vi.useRealTimers();
});

interface Exchange {
  readonly oboAssertion: string;
  readonly scopes?: readonly string[];
  readonly tenant?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly claims?: string;
}

const exchange = ({
  oboAssertion,
  scopes = [`${graph}/.default`],
  tenant = tenants.contoso,
  ...more
}: Exchange) =>
  new ConfidentialClientApplication({
    auth: {
      clientId: more.clientId ?? registrations.api,
      clientSecret: more.clientSecret ?? registrations.apiSecret,
      authority: `${authority.forLibrary}/${tenant}`,
      knownAuthorities: [...authority.known],
      authorityMetadata: authority.metadata ?? '',
    },
  }).acquireTokenOnBehalfOf({
    oboAssertion,
    scopes: [...scopes],
    ...(more.claims ? { claims: more.claims } : {}),
  });

const alex = () => signInAs(twin, 'alex@contoso.example');

test('answers all that the library reads', async () => {
  const oboAssertion = await alex();
  expect(await exchange({ oboAssertion, scopes: [`${graph}/LicenseAssignment.Read.All`] })).toMatchObject({
    accessToken: expect.any(String),
    scopes: [`${graph}/LicenseAssignment.Read.All`],
    tenantId: tenants.contoso,
    account: { username: 'alex@contoso.example', tenantId: tenants.contoso },
    expiresOn: expect.any(Date),
  });
  const all = await exchange({ oboAssertion });
  expect(all?.scopes).toContain(`${graph}/.default`);
});

test.each<[number, string, Partial<Exchange>, object]>([
  [
    65001,
    'fay.brooks@fabrikam.example',
    { tenant: tenants.fabrikam },
    { subError: 'consent_required', claims: '' },
  ],
  [
    50076,
    'stella.okafor@contoso.example',
    {},
    { subError: 'basic_action', claims: expect.stringMatching(/^\{"access_token":\{"capolids":/) },
  ],
  [53003, 'boris.kask@contoso.example', {}, { subError: 'message_only' }],
  [
    50076,
    'alex@contoso.example',
    { claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' },
    { errorCode: 'interaction_required' },
  ],
  [70043, 'elin.dahl@contoso.example', {}, { subError: 'bad_token' }],
])('%i asks %s for something', async (number, user, more, seen) => {
  const refused = exchange({ oboAssertion: await signInAs(twin, user), ...more });
  await expect(refused).rejects.toBeInstanceOf(InteractionRequiredAuthError);
  await expect(refused).rejects.toMatchObject({ errorNo: number, ...seen });
});

test.each<[number, string, () => Promise<Exchange>]>([
  [
    500011,
    'invalid_resource',
    async () => ({ oboAssertion: await alex(), scopes: ['https://nowhere.example/.default'] }),
  ],
  [
    28000,
    'invalid_request',
    async () => ({
      oboAssertion: await alex(),
      scopes: [`${graph}/User.Read`, 'https://service.powerapps.com/User'],
    }),
  ],
  [70011, 'invalid_scope', async () => ({ oboAssertion: await alex(), scopes: [`${graph}/Mail.Read`] })],
  [7000215, 'invalid_client', async () => ({ oboAssertion: await alex(), clientSecret: 'another' })],
  [700016, 'unauthorized_client', async () => ({ oboAssertion: await alex(), clientId: tenants.contoso })],
  [50013, 'invalid_grant', async () => ({ oboAssertion: `${await alex()}x` })],
  [50013, 'invalid_grant', async () => ({ oboAssertion: await alex(), tenant: tenants.fabrikam })],
  [
    500131,
    'invalid_grant',
    async () => ({ oboAssertion: await signInAs(twin, 'alex@contoso.example', graph) }),
  ],
  [90002, 'invalid_request', async () => ({ oboAssertion: await alex(), tenant: registrations.api })],
])('%i is %s', async (number, errorCode, wrong) => {
  await expect(exchange(await wrong())).rejects.toMatchObject({
    errorCode,
    errorNo: number,
    errorMessage: expect.stringContaining(`AADSTS${number}`),
  });
});

test('65002 only where the switch says that the gateway’s token is refused', async () => {
  const asked = async () =>
    exchange({ oboAssertion: await alex(), scopes: ['https://IntegratorApp.com/.default'] });
  expect((await asked())?.accessToken).toBeTypeOf('string');
  twin.world.state.switches.gatewayTokens = 'refused';
  await expect(asked()).rejects.toMatchObject({ errorNo: 65002 });
  twin.world.state.switches.gatewayTokens = 'granted';
});

test('500133 when the assertion has ended', async () => {
  const oboAssertion = await alex();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3600 * 1000 });
  await expect(exchange({ oboAssertion })).rejects.toMatchObject({
    errorCode: 'invalid_grant',
    errorNo: 500133,
  });
});

test('a scope with two slashes names a resource that ends with one', async () => {
  const found = await exchange({
    oboAssertion: await alex(),
    scopes: ['https://service.powerapps.com//User'],
  });
  const claims: unknown = JSON.parse(
    Buffer.from(found?.accessToken.split('.')[1] ?? '', 'base64url').toString(),
  );
  expect(claims).toMatchObject({ aud: 'https://service.powerapps.com/', scp: 'User' });
});
