import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import { days, minutes } from '../platform/durations.ts';
import { ask } from '../test-support/ask.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { environment, wish } from '../test-support/given.ts';
import { startTwin, type Twin } from '../twin.ts';

const base = (twin: Twin) => `http://${wish.subdomain}.portals.twin.localhost:${twin.port}`;

async function provisioned(twin: Twin): Promise<void> {
  const client = await connectTo(twin, websites);
  await client.createWebsite({ environment, body: wish });
  twin.world.clock.jump(13 * minutes);
}

test('no site, being set up, private, public, stopped: what a probe learns', async () => {
  await using twin = await startTwin({ speed: 0 });
  const probe = async () => (await connectTo(twin, siteProbe, { base: base(twin) })).probe({});
  expect(await probe()).toMatchObject({ status: 404 });
  const client = await connectTo(twin, websites);
  await client.createWebsite({ environment, body: wish });
  await expect(probe()).rejects.toMatchObject({ status: 503 });
  twin.world.clock.jump(13 * minutes);
  expect(await probe()).toMatchObject({
    status: 302,
    location: expect.stringMatching(/^http:\/\/localhost:\d+\/[^/]+\/oauth2\/v2\.0\/authorize\?/),
  });
  const [site] = twin.world.state.platform.sites;
  if (site) site.visibility = 'public';
  expect(await probe()).toMatchObject({ status: 200, page: expect.stringContaining('<title>') });
  // Public information only, and a way to sign in.
  const home = (await ask(base(twin))).text;
  expect(home).toContain('Terms');
  expect(home).not.toContain('href="/create-order"');
  await client.restartWebsite({ environment, website: site?.id ?? '' });
  await expect(probe()).rejects.toMatchObject({ status: 503 });
  twin.world.clock.jump(3 * minutes);
  expect(await probe()).toMatchObject({ status: 200 });
  twin.world.clock.jump(91 * days);
  expect(await probe()).toMatchObject({ status: 403 });
});

test('a private site lets in who comes back from the sign-in', async () => {
  await using twin = await startTwin({ speed: 0 });
  await provisioned(twin);
  const away = await ask(base(twin));
  const signIn = new URL(String(away.headers['location']));
  signIn.searchParams.set('login_hint', 'alex@contoso.example');
  const back = await ask(signIn.href);
  expect(back.headers['location']).toMatch(`${base(twin)}/signin-aad_1?`);
  const inside = await ask(String(back.headers['location']));
  const [cookie = ''] = String(inside.headers['set-cookie']).split(';');
  expect((await ask(base(twin), { headers: { Cookie: cookie } })).status).toBe(200);
});
