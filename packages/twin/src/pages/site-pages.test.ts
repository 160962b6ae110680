import { expect, test } from 'vitest';
import { minutes } from '../platform/durations.ts';
import { environments, people } from '../scenarios/contoso/ids.ts';
import { ask } from '../test-support/ask.ts';
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
