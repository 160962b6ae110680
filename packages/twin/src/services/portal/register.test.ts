// Signing up to a site with an invitation: who gets in, what they see by their web role, and who doesn't.
import { describe, expect, test } from 'vitest';
import { days } from '../../platform/durations.ts';
import { ask } from '../../test-support/ask.ts';
import { contactOfWebsite, inviteSomebody } from '../../test-support/invite-somebody.ts';
import { startTwin, type Twin } from '../../twin.ts';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const address = (twin: Twin) => `http://contoso-orders.portals.twin.localhost:${twin.port}`;

/** A portal that everybody may see. */
async function open(): Promise<Twin> {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  for (const site of twin.world.state.platform.sites) site.visibility = 'public';
  return twin;
}

const register = (twin: Twin, code: string) =>
  ask(`${address(twin)}/register`, {
    method: 'POST',
    headers: form,
    body: new URLSearchParams({ invitationCode: code }).toString(),
  });

async function homeOf(twin: Twin, code: string): Promise<string> {
  const { status, headers } = await register(twin, code);
  expect(status).toBe(303);
  const [cookie = ''] = String(headers['set-cookie']).split(';');
  return (await ask(`${address(twin)}/`, { headers: { Cookie: cookie } })).text;
}

/** The tile that leads there; the site's own home page, which stands in a frame, leads nowhere. */
const tile = '<a href="/create-order">Create order</a>';

test.each([
  ['Administrator', ['Create order', 'Orders', 'Account information', 'Contacts'], 'all orders.'],
  ['Customer representative', ['Create order', 'Orders', 'Account information', 'Contacts'], 'your company.'],
  ['Authorized users', ['Create order', 'Orders'], 'that you placed.'],
  ['nothing', [], 'public information only'],
])('with the role %s somebody sees %j', async (role, tiles, words) => {
  await using twin = await open();
  const home = await homeOf(twin, await inviteSomebody(twin, [role]));
  expect([...home.matchAll(/<li><h2>(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name)).toEqual(tiles);
  expect(home).toContain('Welcome, Cora Lind.');
  expect(home).toContain(words);
});

test('where authorized users are all who sign in, nobody must be given that role', async () => {
  await using twin = await open();
  for (const role of twin.world.state.dataverse.organizations[0]?.tables['adx_webroles'] ?? [])
    role['adx_authenticatedusersrole'] = role['adx_name'] === 'Authorized users';
  expect(await homeOf(twin, await inviteSomebody(twin, []))).toContain(tile);
});

test('the link shows the code, which is good once; then one signs in without it, and out again', async () => {
  await using twin = await open();
  const code = await inviteSomebody(twin, ['Authorized users']);
  expect((await ask(`${address(twin)}/register/?invitationCode=${code}`)).text).toContain(`value="${code}"`);
  const { headers } = await register(twin, code);
  const [first = ''] = String(headers['set-cookie']).split(';');
  expect((await register(twin, code)).status).toBe(400);

  expect((await ask(`${address(twin)}/SignIn`)).text).toContain('Cora Lind');
  const again = await ask(`${address(twin)}/signin`, {
    method: 'POST',
    headers: form,
    body: `contact=${contactOfWebsite}`,
  });
  const [second = ''] = String(again.headers['set-cookie']).split(';');
  expect(second).not.toBe(first);
  await ask(`${address(twin)}/signout`, { method: 'POST', headers: { Cookie: second } });
  const seenBy = async (Cookie: string) => (await ask(`${address(twin)}/`, { headers: { Cookie } })).text;
  expect(await seenBy(second)).not.toContain(tile);
  expect(await seenBy(first)).toContain(tile);
});

test.each(['dated', 'undated'] as const)('a taken invitation is %s', async (side) => {
  await using twin = await open();
  twin.world.state.switches.takenInvitation = side;
  const code = await inviteSomebody(twin, []);
  const [organization] = twin.world.state.dataverse.organizations;
  const row = () =>
    organization?.tables['adx_invitations']?.find((one) => one['adx_invitationcode'] === code);
  const before = row()?.['modifiedon'];
  twin.world.clock.jump(days);
  await register(twin, code);
  expect(row()).toMatchObject({ statuscode: 756150001 });
  expect(row()?.['modifiedon'] === before).toBe(side === 'undated');
});

test.each([undefined, 'false', 'true'])(
  'with login tracking “%s” it is kept when somebody signed in',
  async (value) => {
    await using twin = await open();
    const [organization] = twin.world.state.dataverse.organizations;
    const [setting] = organization?.tables['adx_sitesettings'] ?? [];
    if (value !== undefined)
      organization?.tables['adx_sitesettings']?.push({
        ...setting,
        adx_name: 'Authentication/LoginTrackingEnabled',
        adx_value: value,
      });
    await register(twin, await inviteSomebody(twin, []));
    const contact = organization?.tables['contacts']?.find((row) => row['contactid'] === contactOfWebsite);
    expect(typeof contact?.['adx_identity_lastsuccessfullogin']).toBe(
      value === 'true' ? 'string' : 'undefined',
    );
  },
);

describe('nobody gets in', () => {
  test.each(['', 'made-up'])('with the code “%s”', async (code) => {
    await using twin = await open();
    await inviteSomebody(twin, []);
    const refused = await register(twin, code);
    expect([refused.status, refused.headers['set-cookie']]).toEqual([400, undefined]);
  });

  test('whose time is over, or whose invitation was deactivated', async () => {
    await using twin = await open();
    const until = new Date(twin.world.clock.now().getTime() + days).toISOString();
    const late = await inviteSomebody(twin, [], until);
    twin.world.clock.jump(2 * days);
    expect((await register(twin, late)).status).toBe(400);
    const taken = await inviteSomebody(twin, []);
    const [organization] = twin.world.state.dataverse.organizations;
    for (const row of organization?.tables['adx_invitations'] ?? []) row['statecode'] = 1;
    expect((await register(twin, taken)).status).toBe(400);
  });

  test('by picking somebody who has no invitation, from another page, or where invitations are off', async () => {
    await using twin = await open();
    const code = await inviteSomebody(twin, []);
    const body = `contact=${contactOfWebsite}`;
    const pick = { method: 'POST', headers: form, body };
    expect((await ask(`${address(twin)}/signin`, pick)).headers['set-cookie']).toBeUndefined();
    const elsewhere = { ...form, Origin: 'http://elsewhere.example' };
    const forged = { method: 'POST', headers: elsewhere, body: `invitationCode=${code}` };
    expect((await ask(`${address(twin)}/register`, forged)).status).toBe(403);
    for (const row of twin.world.state.dataverse.organizations[0]?.tables['adx_sitesettings'] ?? [])
      if (String(row['adx_name']).endsWith('InvitationEnabled')) row['adx_value'] = 'false';
    expect((await register(twin, code)).status).toBe(404);
  });
});
