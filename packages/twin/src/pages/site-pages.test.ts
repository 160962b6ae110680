import { expect, test } from 'vitest';
import { minutes } from '../platform/durations.ts';
import { environments, people } from '../scenarios/contoso/ids.ts';
import { ask } from '../test-support/ask.ts';
import { addPortalUsers, chosen } from '../test-support/portal-users.ts';
import { startTwin } from '../twin.ts';

/** Microsoft's pages about the site that Mona made. */
async function stage() {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  const [site] = twin.world.state.platform.sites;
  if (!site) throw new Error('There is a site.');
  const on = (name: 'make' | 'admin', person: string) => {
    const origin = `http://${name}.twin.localhost:${twin.port}`;
    const headers = { Cookie: `twin-person-${twin.port}=${person}` };
    return {
      get: async (path: string) => (await ask(origin + path, { headers })).text,
      post: async (path: string, fields: Record<string, string> = {}) =>
        ask(origin + path, {
          method: 'POST',
          headers: { ...headers, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }),
    };
  };
  return { twin, site, on, [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose]() };
}

test('Power Pages sites, Manage, Convert to Production, Confirm: a production site', async () => {
  await using staged = await stage();
  const { twin, site, on } = staged;
  const mona = on('admin', people.mona);
  expect(await mona.get('/resources/portals')).toMatch(/Contoso orders.*Trial.*Configured.*Manage/s);
  const page = `/resources/portals/${site.id}`;
  expect(await mona.get(page)).toMatch(/expires in 78 days.*Convert to Production.*Site Actions/s);
  expect(await mona.get(`${page}/convert`)).toContain('Confirm');
  expect(await mona.post(`${page}/convert`)).toMatchObject({ status: 303 });
  twin.world.clock.jump(5 * minutes);
  const after = await mona.get(page);
  expect(after).toContain('Production');
  expect(after).not.toContain('Convert to Production');
});

test('who doesn’t own its application reads why not; who sees no environment sees no site', async () => {
  await using staged = await stage();
  const { site, on } = staged;
  const refused = await on('admin', people.alex).post(`/resources/portals/${site.id}/convert`);
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('not an owner')]);
  expect(await on('admin', people.paul).get('/resources/portals')).not.toContain('Contoso orders');
});

test('Site Actions: restart, shut down, turn on, delete', async () => {
  await using staged = await stage();
  const { twin, site, on } = staged;
  const mona = on('admin', people.mona);
  const page = `/resources/portals/${site.id}`;
  await mona.post(`${page}/restart`);
  expect(site.away).toBeDefined();
  await mona.post(`${page}/stop`);
  twin.world.clock.jump(1 * minutes);
  expect(await mona.get(page)).toContain('Turn on this site');
  await mona.post(`${page}/start`);
  twin.world.clock.jump(1 * minutes);
  expect(await mona.get(page)).toContain('Shut down this site');
  await mona.post(`${page}/delete`);
  twin.world.clock.jump(3 * minutes);
  expect(await mona.get('/resources/portals')).not.toContain('Contoso orders');
});

test('Edit, Security, Site visibility, Public: refused while the tenant keeps trials private', async () => {
  await using staged = await stage();
  const { site, on } = staged;
  const mona = on('make', people.mona);
  const studio = `/environments/${environments.production}/portals`;
  expect(await mona.get(`${studio}/home`)).toContain(`/portals/${site.id}/security`);
  expect(await mona.get(`${studio}/${site.id}/security`)).toContain('Site visibility');
  const page = `${studio}/${site.id}/security/visibility`;
  expect(await mona.get(page)).toMatch(/This site is.*Public.*Private/s);
  expect(await mona.post(page, { visibility: 'Public' })).toMatchObject({
    status: 403,
    text: expect.stringContaining('Access restricted'),
  });
  site.type = 'Production';
  expect(await mona.post(page, { visibility: 'Public' })).toMatchObject({ status: 303 });
  expect(site.visibility).toBe('public');
});

test('Power Pages Management: a contact is filled in, invited, and added to a web role', async () => {
  await using staged = await stage();
  const { twin, site, on } = staged;
  addPortalUsers(twin.world);
  const [organization] = twin.world.state.dataverse.organizations;
  const [cora] = chosen.people;
  const { contact, role } = cora ?? { contact: '', role: '' };
  const mona = on('make', people.mona);
  const app = `/environments/${environments.production}/portals/${site.id}/management`;
  expect(await mona.get(`/environments/${environments.production}/portals/home`)).toContain(app);
  expect(await mona.get(`${app}/contacts`)).toContain(`${app}/contacts/${contact}">Cora Lind (US-C001)<`);
  const form = await mona.get(`${app}/contacts/${contact}`);
  const [, list = ''] = /value="([\w-]+)">Contoso USD/.exec(form) ?? [];
  await mona.post(`${app}/contacts/${contact}`, { defaultpricelevelid: list, country: 'US' });
  const row = organization?.tables['contacts']?.find(({ contactid }) => contactid === contact);
  expect(row).toMatchObject({
    _defaultpricelevelid_value: list,
    address1_country: 'US',
    msdyn_contactpersonid: 'US-C001',
  });

  expect(await mona.get(`${app}/contacts/${contact}/invitation`)).toMatch(/Type.*selected>Single/s);
  const invited = { name: 'Cora Lind', type: '756150000' };
  expect(await mona.post(`${app}/contacts/${contact}/invitation`, invited)).toMatchObject({ status: 303 });
  expect(organization?.tables['adx_invitations']).toMatchObject([
    {
      _adx_invitecontact_value: contact,
      adx_type: 756150000,
      adx_invitationcode: expect.stringMatching(/^\w{32,}$/),
    },
  ]);

  expect(await mona.get(`${app}/roles`)).toContain(`${app}/roles/${role}">Customer representative`);
  expect(await mona.get(`${app}/roles/${role}/contacts`)).toContain('Add Existing Contact');
  await mona.post(`${app}/roles/${role}/contacts`, { contact });
  expect(organization?.tables['adx_webrole_contactset']).toMatchObject([
    { adx_webroleid: role, contactid: contact },
  ]);
});

test('Power Pages Management writes with the rights of whoever is there', async () => {
  await using staged = await stage();
  const { twin, site, on } = staged;
  addPortalUsers(twin.world);
  const [organization] = twin.world.state.dataverse.organizations;
  const contact = chosen.people[0]?.contact;
  if (organization) organization.tables['systemuserrolescollection'] = [];
  const app = `/environments/${environments.production}/portals/${site.id}/management`;
  const refused = await on('make', people.alex).post(`${app}/contacts/${contact}/invitation`, { name: 'C' });
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('prvCreateadx_invitation')]);
  expect(organization?.tables['adx_invitations']).toEqual([]);
});
