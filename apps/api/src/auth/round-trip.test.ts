import { once } from 'node:events';
import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { registrations } from '@portico/twin/registrations';
import { people, tenants } from '@portico/twin/scenarios/contoso/directory-ids';
import { startTwin, type Twin } from '@portico/twin/twin';
import express from 'express';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findBrowser } from '../../../../tools/browser.ts';
import { problemResponder } from '../http/problem-responder.ts';
import { securityHeaders } from '../http/security.ts';
import { signInForBrowser } from './authority.ts';
import { buildRoundTripPage } from './test-support/round-trip-page.ts';
import { authOn } from './test-support/twin-auth.ts';

/*
 * The whole way round in a real browser: Microsoft's library in the page, the product's security headers, the twin's
 * sign-in pages, our validation, msal-node's exchange, and challenges back to the page.
 */
const graph = 'https://graph.microsoft.com';
const program = await findBrowser().catch((error: unknown) => {
  process.stderr.write(`No browser for the round trip of the sign-in. ${String(error)}\n`);
  return undefined;
});

let built: Awaited<ReturnType<typeof buildRoundTripPage>>;
let browser: Browser;
let twin: Twin;
let server: Server;
let address: string;
let context: BrowserContext;
let page: Page;
/** What the browser complained about: scripts, policies, failed loads. */
let complaints: string[];

beforeAll(async () => {
  if (!program) return;
  built = await buildRoundTripPage();
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  if (!program) return;
  await browser.close();
  built[Symbol.dispose]();
});

beforeEach(async (running) => {
  running.skip(!program, 'no browser on this machine; see tools/browser.ts');
  twin = await startTwin();
  const auth = await authOn(twin);
  const signIn = signInForBrowser(
    auth.authority,
    { wizard: registrations.browser, api: registrations.api },
    auth.consent,
  );
  const app = express();
  app.use(securityHeaders(signIn.origins, false));
  app.get('/api/config', (_request, response) => {
    response.json({ signIn });
  });
  app.get('/api/ask', async (request, response) => {
    const principal = await auth.enter(request.headers.authorization);
    const token = await auth.tokenFor(principal, z.string().parse(request.query['audience']));
    const { aud, oid, tid } = decodeJwt(token);
    response.json({ name: principal.name, aud, oid, tid });
  });
  app.use(express.static(built.folder));
  app.use(problemResponder(pino({ level: 'silent' }), () => 'reference'));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  if (typeof listening !== 'object' || !listening) throw new Error('The page is not served.');
  address = `http://localhost:${listening.port}`;
  context = await browser.newContext();
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    // A refused call is said in the console too; the tests look at those themselves.
    const expected =
      /status of 40[013]/.test(message.text()) || message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  if (!program) return;
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  await context.close();
  server.close();
  server.closeAllConnections();
  await twin[Symbol.asyncDispose]();
});

const home = async (who: string | RegExp) => {
  await page.waitForSelector('body[data-ready]');
  expect(await page.locator('h1').textContent()).toMatch(who);
};
/** Calls one of the page's own functions; those that leave the page answer nothing. */
const call = (name: string, ...all: unknown[]): Promise<unknown> =>
  page.evaluate(`portico.${name}(...${JSON.stringify(all)})`);
const refusal = z.looseObject({
  claims: z.string().optional(),
  body: z.looseObject({ values: z.looseObject({ link: z.string().optional() }).optional() }),
});
const refused = async (audience: string) => refusal.parse(await call('ask', audience));
const arrive = async (loginHint?: string) => {
  await page.goto(address);
  await page.waitForSelector('body[data-ready]');
  await call('signIn', loginHint ? { loginHint } : {});
};
const accessible = async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
};

describe('the round trip', () => {
  test('sign in on the page, call on somebody’s behalf, renew, stay signed in silently, sign out', async () => {
    await arrive();
    await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
    await accessible();
    await page.getByRole('button', { name: /Alex Lund/ }).click();
    await home('alex@contoso.example');
    expect(await call('ask', graph)).toMatchObject({
      status: 200,
      body: { name: 'Alex Lund', aud: graph, oid: people.alex, tid: tenants.contoso },
    });
    expect(await call('renew')).toBe(false);
    expect(await call('silently', 'alex@contoso.example')).toBe('alex@contoso.example');
    await call('signOut');
    await page.waitForURL(`${address}/`);
    await home('nobody');
    await expect(call('silently', 'alex@contoso.example')).rejects.toThrow(
      /login_required|interaction_required/,
    );
  });

  test('step-up: the challenge comes through, is proven once, and the call succeeds', async () => {
    await arrive('stella.okafor@contoso.example');
    await home('stella.okafor@contoso.example');
    const answer = await refused(graph);
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'needs-step-up' },
      claims: expect.stringContaining('capolids'),
    });
    await call('prove', answer.claims);
    await page.getByRole('heading', { name: 'Confirm that this is you' }).waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Confirm sign-in' }).click();
    await home('stella.okafor@contoso.example');
    expect(await call('ask', graph)).toMatchObject({ status: 200, body: { oid: people.stella } });
  });

  test('consent: the link leads an administrator there and back', async () => {
    await arrive('fay.brooks@fabrikam.example');
    await home('fay.brooks@fabrikam.example');
    const answer = await refused(graph);
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'consent-missing', values: { audience: graph } },
    });
    const link = new URL(answer.body.values?.link ?? '');
    link.searchParams.set('redirect_uri', `${address}/`);
    await page.goto(link.href);
    await page.getByRole('button', { name: /Fay Brooks/ }).click();
    await page.getByRole('heading', { name: 'Permissions requested for your organization' }).waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForURL(/admin_consent=True/);
    await home('fay.brooks@fabrikam.example');
    expect(await call('ask', graph)).toMatchObject({ status: 200, body: { oid: people.fay } });
  });

  test('a second tenant: a guest comes as the account there, and never with the token from home', async () => {
    await arrive('gus.moreau@adatum.example');
    await home('gus.moreau@adatum.example');
    expect(await call('ask', graph)).toMatchObject({
      status: 200,
      body: { tid: tenants.adatum, oid: people.gus },
    });
    const authority = `https://localhost:${twin.port}/${tenants.contoso}`;
    expect(await call('ask', graph, { authority, forceRefresh: true })).toMatchObject({
      status: 200,
      body: { tid: tenants.contoso, oid: people.gusAtContoso },
    });
  });

  test('an expired session is said, and signing in again mends it', async () => {
    await arrive('elin.dahl@contoso.example');
    await home('elin.dahl@contoso.example');
    expect(await call('ask', graph)).toMatchObject({ status: 401, body: { code: 'needs-sign-in' } });
    // The library tries its refresh token, then a hidden frame, and says that a person is needed.
    await expect(call('renew')).rejects.toThrow('login_required');
    await call('signIn', { loginHint: 'elin.dahl@contoso.example' });
    await page.waitForURL(`${address}/`);
    await home('elin.dahl@contoso.example');
    expect(await call('ask', graph)).toMatchObject({ status: 200, body: { oid: people.elin } });
  });
});
