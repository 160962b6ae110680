import { expect, test } from 'vitest';
import { hours, minutes } from '../platform/durations.ts';
import { people as everybody } from '../scenarios/contoso/directory-ids.ts';
import { environments, people } from '../scenarios/contoso/ids.ts';
import { ask } from '../test-support/ask.ts';
import { startTwin, type Twin } from '../twin.ts';

const studio = `/environments/${environments.production}/portals`;
const centre = `/environments/environment/${environments.production}`;

/** A browser that looks at one of the pages as a persona. */
function browser(twin: Twin, name: 'make' | 'admin', person: string) {
  const origin = `http://${name}.twin.localhost:${twin.port}`;
  const headers = { Cookie: `twin-person-${twin.port}=${person}` };
  return {
    get: (path: string) => ask(origin + path, { headers }),
    post: (path: string, fields: Record<string, string>, from = origin) =>
      ask(origin + path, {
        method: 'POST',
        headers: { ...headers, Origin: from, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

const wish = { name: 'Orders', subdomain: 'contoso-shop', language: '1033' };

test('a stranger is asked who they are, and led back', async () => {
  await using twin = await startTwin({ speed: 0 });
  const page = await browser(twin, 'make', '').get(`${studio}/home`);
  expect(page.text).toContain('Pick an account');
  const picked = await browser(twin, 'make', '').post('/_twin/pick', {
    person: people.alex,
    back: `${studio}/home`,
  });
  expect(picked).toMatchObject({ status: 303, headers: { location: `${studio}/home` } });
  expect(String(picked.headers['set-cookie'])).toContain(people.alex);
  const away = await browser(twin, 'make', '').post('/_twin/pick', {
    person: people.alex,
    back: '//example.com/',
  });
  expect(away.headers['location']).toBe('/');
});

test('Templates, Dynamics 365, Customer Portal, Done: the site is among the active sites', async () => {
  await using twin = await startTwin({ speed: 0 });
  const alex = browser(twin, 'make', people.alex);
  expect((await alex.get(`${studio}/home`)).text).toContain('There are no sites');
  expect((await alex.get(`${studio}/templates`)).text).toContain('Dynamics 365');
  expect((await alex.get(`${studio}/templates?tab=dynamics365`)).text).toContain('Customer Portal');
  expect((await alex.get(`${studio}/templates/CustomerPortal`)).text).toContain('Done');
  const done = await alex.post(`${studio}/templates/CustomerPortal`, wish);
  expect(done).toMatchObject({ status: 303, headers: { location: `${studio}/home` } });
  expect((await alex.get(`${studio}/home`)).text).toContain('Setting up your site');
  twin.world.clock.jump(13 * minutes);
  expect((await alex.get(`${studio}/home`)).text).toMatch(/private.*Trial, 89 days left/s);
});

test('the first site of an environment: no Dynamics 365 templates before there was one', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['first-site'] });
  const alex = browser(twin, 'make', people.alex);
  expect((await alex.get(`${studio}/templates?tab=dynamics365`)).text).not.toContain('Dynamics 365');
  expect((await alex.get(`${studio}/templates`)).text).toContain('Starter layout 1');
  const starter = { ...wish, subdomain: 'contoso-first' };
  expect((await alex.post(`${studio}/templates/StarterLayout1`, starter)).status).toBe(303);
  expect((await alex.get(`${studio}/templates?tab=dynamics365`)).text).toContain('Customer Portal');
});

test('Inactive sites, Reactivate, name and address, Done: a new host for the pages that are there', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'host-deleted' });
  const alex = browser(twin, 'make', people.alex);
  expect((await alex.get(`${studio}/home`)).text).toContain('Inactive sites');
  const list = (await alex.get(`${studio}/inactive`)).text;
  const [, record = ''] = /Contoso orders <a href="[^"]*inactive\/([\w-]+)">Reactivate/.exec(list) ?? [];
  expect((await alex.get(`${studio}/inactive/${record}`)).text).toContain('Create a web address');
  const named = { name: 'Contoso orders', subdomain: 'contoso-again' };
  expect((await alex.post(`${studio}/inactive/${record}`, named)).status).toBe(303);
  const [site] = twin.world.state.platform.sites;
  expect(site).toMatchObject({ websiteRecordId: record, subdomain: 'contoso-again', language: 1033 });
  expect((await alex.get(`${studio}/inactive`)).text).not.toContain('Reactivate');
  expect((await alex.post(`${studio}/inactive/${record}`, named)).status).toBe(400);
});

test('administration mode is turned off on the environment’s page, by its administrators', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['administration-mode'] });
  const mode = () => twin.world.state.platform.environments[0]?.runtime;
  expect((await browser(twin, 'admin', people.alex).get(`${centre}/hub`)).text).toContain('AdminMode');
  await browser(twin, 'admin', people.paul).post(`${centre}/hub`, { mode: 'Disabled' });
  expect(mode()).toBe('AdminMode');
  await browser(twin, 'admin', people.alex).post(`${centre}/hub`, { mode: 'Disabled' });
  expect(mode()).toBe('Enabled');
});

test('the page refuses with the words of the API', async () => {
  await using twin = await startTwin({ speed: 0 });
  const refused = await browser(twin, 'make', people.gregor).post(`${studio}/templates/CustomerPortal`, wish);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('You don&#39;t have permissions to create a site in this environment');
  const foreign = await browser(twin, 'make', everybody.fay).get(`${studio}/home`);
  expect(foreign.status).toBe(404);
  expect(twin.world.state.platform.sites).toEqual([]);
});

test('a form of another page changes nothing', async () => {
  await using twin = await startTwin({ speed: 0 });
  const alex = browser(twin, 'make', people.alex);
  for (const from of ['http://example.com', `http://admin.twin.localhost:${twin.port}`, 'null'])
    expect((await alex.post(`${studio}/templates/CustomerPortal`, wish, from)).status).toBe(403);
  expect(twin.world.state.platform.sites).toEqual([]);
});

test('Dynamics 365 apps, Install app, Install: the app installs for an hour', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  const alex = browser(twin, 'admin', people.alex);
  expect((await alex.get(`${centre}/hub`)).text).toContain('Dynamics 365 apps');
  expect((await alex.get(`${centre}/installapp`)).text).toContain('Dual-write core solution');
  await alex.post(`${centre}/installapp`, { package: 'DualWriteCoreAnchor' });
  expect((await alex.get(`${centre}/dynamics365apps`)).text).toMatch(
    /Dual-write core solution<\/td><td>Installing/,
  );
  twin.world.clock.jump(1 * hours);
  expect((await alex.get(`${centre}/dynamics365apps`)).text).toMatch(
    /Dual-write core solution<\/td><td>Installed/,
  );
});

test('Settings, Users, Manage security roles, Save: the role is held directly, and counts', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'wrong-roles' });
  const alex = browser(twin, 'make', people.alex);
  expect((await alex.post(`${studio}/templates/CustomerPortal`, wish)).status).toBe(403);
  const mona = browser(twin, 'admin', people.mona);
  expect((await mona.get(`${centre}/hub`)).text).toContain('Settings');
  expect((await mona.get(`${centre}/settings`)).text).toContain('Users + permissions');
  const list = (await mona.get(`${centre}/users`)).text;
  expect(list).not.toContain('# DualWrite');
  const [, id = ''] = /users\/([\w-]+)">Alex Lund</.exec(list) ?? [];
  expect((await mona.get(`${centre}/users/${id}`)).text).toContain('Manage security roles');
  const form = (await mona.get(`${centre}/users/${id}/roles`)).text;
  const [, role = ''] = /value="([\w-]+)"> System Administrator/.exec(form) ?? [];
  expect(await mona.post(`${centre}/users/${id}/roles`, { role })).toMatchObject({ status: 303 });
  expect((await mona.get(`${centre}/users/${id}/roles`)).text).toContain(`value="${role}" checked`);
  expect((await alex.post(`${studio}/templates/CustomerPortal`, wish)).status).toBe(303);
  // Taken away again, it is gone.
  await mona.post(`${centre}/users/${id}/roles`, {});
  expect((await mona.get(`${centre}/users/${id}/roles`)).text).not.toContain('checked');
});

test('who isn’t System Administrator gives no role to anybody', async () => {
  await using twin = await startTwin({ speed: 0 });
  const tables = twin.world.state.dataverse.organizations[0]?.tables ?? {};
  const path = `${centre}/users/${String(tables['systemusers']?.[0]?.['systemuserid'])}/roles`;
  tables['systemuserrolescollection'] = [];
  const [role] = tables['roles'] ?? [];
  const tried = () => browser(twin, 'admin', people.alex).post(path, { role: String(role?.['roleid']) });
  const refused = await tried();
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('prvAssignRole')]);
  expect((await browser(twin, 'admin', people.paul).get(path)).status).toBe(404);
  expect(tables['systemuserrolescollection']).toEqual([]);
});

test('names are shown as text, whatever is in them', async () => {
  await using twin = await startTwin({ speed: 0 });
  const alex = browser(twin, 'make', people.alex);
  await alex.post(`${studio}/templates/CustomerPortal`, { ...wish, name: '<script>alert(1)</script>' });
  const { text, headers } = await alex.get(`${studio}/home`);
  expect(text).toContain('&lt;script&gt;');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});
