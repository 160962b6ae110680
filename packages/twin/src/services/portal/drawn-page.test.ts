// A site's pages as its rows say them now.
import { dataverse } from '@portico/microsoft/services/dataverse';
import { expect, test } from 'vitest';
import type { ScenarioId } from '../../scenarios/index.ts';
import { ask } from '../../test-support/ask.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { organizationOf } from '../../test-support/environment-addresses.ts';
import { contactOfWebsite, inviteSomebody } from '../../test-support/invite-somebody.ts';
import { startTwin, type Twin } from '../../twin.ts';

async function open(scenario: ScenarioId = 'customised-site'): Promise<Twin> {
  const twin = await startTwin({ speed: 0, scenario });
  for (const site of twin.world.state.platform.sites) site.visibility = 'public';
  return twin;
}

const see = (twin: Twin, path: string, Cookie = '') =>
  ask(`http://contoso-orders.portals.twin.localhost:${twin.port}${path}`, { headers: { Cookie } });

/** What stands in the frame. */
const drawnIn = (text: string): string =>
  (/srcdoc="([^"]*)"/.exec(text)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');

/** Changes the first row of this name through the Web API. */
async function change(twin: Twin, set: string, name: string, body: Readonly<Record<string, unknown>>) {
  const client = await connectTo(twin, dataverse, { base: organizationOf(twin) });
  const { value } = await client.listRows({ set, $filter: `adx_name eq '${name}'` });
  const id = value[0]?.[`${set.slice(0, -1)}id`];
  await client.upsertRow({ set, id: String(id), body });
}

test('the home page says what its rows say, and something else once they do', async () => {
  await using twin = await open();
  const before = drawnIn((await see(twin, '/')).text);
  expect(before).toContain('Contoso: Welcome to Contoso');
  expect(before).toContain('--brand: #a4262c;');
  await change(twin, 'adx_contentsnippets', 'Home/Welcome', { adx_value: 'Good to see you' });
  const after = drawnIn((await see(twin, '/')).text);
  expect(after).toContain('Contoso: Good to see you');
  expect(after).not.toContain('Welcome to Contoso');
});

test('another page is found by its address, and leads to others; a deactivated one isn’t there', async () => {
  await using twin = await open();
  const { status, text } = await see(twin, '/Terms/');
  expect(status).toBe(200);
  expect(drawnIn(text)).toContain('within three working days');
  expect(text).toContain('<a href="/downloads">Downloads</a>');
  expect(drawnIn((await see(twin, '/downloads')).text)).toContain('Free delivery in December');
  expect((await see(twin, '/company-info')).status).toBe(404);
});

test('a tile is drawn for who has the role, and for nobody who hasn’t signed in', async () => {
  await using twin = await open();
  const tile = 'class="tile tile-create-order"';
  expect(drawnIn((await see(twin, '/')).text)).not.toContain(tile);
  await inviteSomebody(twin, ['Authorized users']);
  for (const site of twin.world.state.platform.sites)
    site.visits = [{ token: 'visit', contact: contactOfWebsite }];
  const { text } = await see(twin, '/', `twin-contact-${twin.port}=visit`);
  expect(text).toContain('Welcome, Cora Lind.');
  expect(drawnIn(text)).toContain(tile);
});

test('what Liquid can’t draw stands there in its words; the pages that are the twin’s own stay', async () => {
  await using twin = await open();
  await change(twin, 'adx_webtemplates', 'Home', { adx_source: '{% if user %}' });
  const { status, text } = await see(twin, '/');
  expect(status).toBe(200);
  expect(text).toMatch(/Liquid error: .*not closed/);
  expect(drawnIn(text)).toBe('');
  expect((await see(twin, '/terms')).text).not.toContain('Liquid error');
  for (const path of ['/SignIn', '/register', '/orders', '/create-order'])
    expect(drawnIn((await see(twin, path)).text)).toBe('');
});

test('nothing of a row gets out of the frame, whatever is written in it', async () => {
  await using twin = await open();
  await change(twin, 'adx_contentsnippets', 'Home/Welcome', {
    adx_value: `"><script>alert(1)</script><a href="https://elsewhere.example">x</a>`,
  });
  const { text, headers } = await see(twin, '/');
  for (const each of [text, drawnIn(text)]) expect(each).not.toMatch(/<script|alert|elsewhere/);
  expect(drawnIn(text)).toContain('<h1>Contoso: ');
  const [, nonce] = /<style nonce="([^"]+)"/.exec(drawnIn(text)) ?? [];
  expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
});

test('a site without rows of the standard model has the pages of before', async () => {
  await using twin = await open('enhanced-site');
  expect((await see(twin, '/')).status).toBe(404);
  expect((await see(twin, '/orders')).status).toBe(200);
});
