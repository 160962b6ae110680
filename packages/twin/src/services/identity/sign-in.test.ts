import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registrations } from '../../registrations.ts';
import { tenants } from '../../scenarios/contoso/directory-ids.ts';
import { signInAs, SignInFailed } from '../../sign-in-as.ts';
import { startTwin, type Twin } from '../../twin.ts';
import { fieldsOf } from './asking.ts';
import { createBrowser, type Visit } from '../../test-support/paper-browser.ts';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin[Symbol.asyncDispose]());

const at = (path: string) => `http://localhost:${twin.port}${path}`;
const wish = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: registrations.browser,
    redirect_uri: 'http://localhost:1234/redirect.html',
    response_type: 'code',
    response_mode: 'fragment',
    scope: `api://${registrations.api}/access_as_user openid profile offline_access`,
    state: 'a state',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...more,
  }).toString();
const authorize = (more?: Record<string, string>, tenant = 'organizations') =>
  at(`/${tenant}/oauth2/v2.0/authorize?${wish(more)}`);
const answered = ({ location }: Visit) =>
  Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)));

describe('discovery', () => {
  test('keeps the literal placeholder in every address', async () => {
    const answer = await fetch(at('/%7Btenantid%7D/v2.0/.well-known/openid-configuration'));
    expect(await answer.json()).toMatchObject({
      issuer: at('/{tenantid}/v2.0'),
      authorization_endpoint: at('/{tenantid}/oauth2/v2.0/authorize'),
      token_endpoint: at('/{tenantid}/oauth2/v2.0/token'),
      end_session_endpoint: at('/{tenantid}/oauth2/v2.0/logout'),
      jwks_uri: at('/{tenantid}/discovery/v2.0/keys'),
    });
  });

  test('is for a tenant by its domain, too, and keys are there', async () => {
    const answer = await fetch(at('/contoso.example/v2.0/.well-known/openid-configuration'));
    expect(await answer.json()).toMatchObject({ issuer: at(`/${tenants.contoso}/v2.0`) });
    const keys = fieldsOf(await (await fetch(at(`/${tenants.contoso}/discovery/v2.0/keys`))).json());
    expect(keys['keys']).toEqual([
      expect.objectContaining({ kty: 'RSA', use: 'sig', issuer: at(`/${tenants.contoso}/v2.0`) }),
    ]);
  });

  test('an unknown tenant is refused with 90002', async () => {
    const answer = await fetch(at('/nobody.example/v2.0/.well-known/openid-configuration'));
    expect([answer.status, await answer.json()]).toMatchObject([400, { error_codes: [90002] }]);
  });

  test('pages of this machine may ask across origins, others may not', async () => {
    const preflight = (origin: string) =>
      fetch(at('/organizations/oauth2/v2.0/token'), { method: 'OPTIONS', headers: { Origin: origin } });
    const own = await preflight('http://localhost:4700');
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'http://localhost:4700',
    ]);
    expect((await preflight('https://example.com')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the page', () => {
  test('shows everybody with a story, and goes back to the app with a code', async () => {
    const browser = createBrowser();
    const page = await browser.visit(authorize());
    expect(page.status).toBe(200);
    for (const person of twin.world.state.directory.people.filter(({ home }) => !home))
      expect(page.text).toContain(person.userName);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:1234; frame-ancestors 'none'/,
    );
    const alex = twin.world.state.directory.people[0];
    const back = await browser.submit(page, { account: alex?.id ?? '' });
    expect(back.location).toMatch(/^http:\/\/localhost:1234\/redirect\.html#/);
    expect(answered(back)).toMatchObject({
      code: expect.any(String),
      state: 'a state',
      client_info: expect.any(String),
    });
    // The cookie carries the session on: no page at all.
    expect(answered(await browser.visit(authorize({ prompt: 'none' })))).toHaveProperty('code');
  });

  test('escapes what a request brings', async () => {
    const page = await createBrowser().visit(authorize({ client_id: '<script>alert(1)</script>' }));
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('AADSTS700016')]);
    expect(page.text).not.toContain('<script');
  });

  test('never sends anybody to an address that is not registered', async () => {
    for (const redirect_uri of [
      'https://example.com/redirect.html',
      'https://localhost/redirect.html',
      'http://localhost.example.com/redirect.html',
      'http://localhost:1234/elsewhere.html',
      'http://localhost@example.com/redirect.html',
      'javascript:alert(1)',
      '',
    ]) {
      const { status, location, text } = await createBrowser().visit(authorize({ redirect_uri }));
      expect([status, location, text]).toEqual([400, '', expect.stringContaining('AADSTS50011')]);
    }
  });

  test('prompt=none without a session is login_required', async () => {
    expect(answered(await createBrowser().visit(authorize({ prompt: 'none' })))).toMatchObject({
      error: 'login_required',
      error_description: expect.stringContaining('AADSTS50058'),
      state: 'a state',
    });
  });

  test('prompt=select_account asks again in spite of a session', async () => {
    const browser = createBrowser();
    await browser.visit(authorize({ login_hint: 'alex@contoso.example' }));
    expect(await browser.visit(authorize({ prompt: 'select_account' }))).toMatchObject({
      status: 200,
      location: '',
    });
  });

  test('a claims challenge asks for proof once, and a silent request says so', async () => {
    const browser = createBrowser();
    const claims = JSON.stringify({ access_token: { capolids: { essential: true, values: ['x'] } } });
    await browser.visit(authorize({ login_hint: 'stella.okafor@contoso.example' }));
    expect(answered(await browser.visit(authorize({ prompt: 'none', claims })))).toMatchObject({
      error: 'interaction_required',
    });
    const page = await browser.visit(authorize({ claims }));
    expect(page.text).toContain('Confirm that this is you');
    expect(answered(await browser.submit(page, { proof: 'given' }))).toHaveProperty('code');
    expect(answered(await browser.visit(authorize({ prompt: 'none', claims })))).toHaveProperty('code');
  });

  test('the claims that MSAL always sends mean nothing', async () => {
    const claims = JSON.stringify({ id_token: { login_hint: { essential: false } } });
    const back = await createBrowser().visit(authorize({ claims, login_hint: 'alex@contoso.example' }));
    expect(answered(back)).toHaveProperty('code');
  });

  test('logout ends the session and returns with its state', async () => {
    const browser = createBrowser();
    await browser.visit(authorize({ login_hint: 'alex@contoso.example' }));
    const after = encodeURIComponent('http://localhost:1234/');
    const out = await browser.visit(
      at(`/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=${after}&state=s`),
    );
    expect(out.location).toBe('http://localhost:1234/?state=s');
    expect(answered(await browser.visit(authorize({ prompt: 'none' })))).toMatchObject({
      error: 'login_required',
    });
  });
});

describe('consent', () => {
  test('an administrator consents for herself or for all; others need her', async () => {
    await using own = await startTwin();
    const graph = 'https://graph.microsoft.com';
    const page = (user: string) =>
      `http://localhost:${own.port}/organizations/oauth2/v2.0/authorize?${wish({ login_hint: user, prompt: 'consent' })}`;
    const felix = createBrowser();
    const need = await felix.visit(page('felix.amari@fabrikam.example'));
    expect(need.text).toContain('Need admin approval');
    expect(answered(await felix.submit(need, { consent: 'refused' }))).toMatchObject({
      error: 'access_denied',
    });
    const fay = createBrowser();
    await fay.submit(await fay.visit(page('fay.brooks@fabrikam.example')), { consent: 'given' });
    await expect(signInAs(own, 'fay.brooks@fabrikam.example', graph)).resolves.toBeTypeOf('string');
    await expect(signInAs(own, 'felix.amari@fabrikam.example', graph)).rejects.toThrow('AADSTS65001');
    await fay.submit(await fay.visit(page('fay.brooks@fabrikam.example')), {
      consent: 'given',
      everybody: 'on',
    });
    await expect(signInAs(own, 'felix.amari@fabrikam.example', graph)).resolves.toBeTypeOf('string');
  });

  test('the administrator’s link consents for the tenant and says so', async () => {
    await using own = await startTwin();
    const link = new URLSearchParams({
      client_id: registrations.api,
      scope: 'https://graph.microsoft.com/.default',
      redirect_uri: 'http://localhost:1234/',
      state: 's',
    }).toString();
    const browser = createBrowser();
    const pick = await browser.visit(
      `http://localhost:${own.port}/${tenants.fabrikam}/v2.0/adminconsent?${link}`,
    );
    const fay = own.world.state.directory.people.find(({ name }) => name === 'Fay Brooks');
    const ask = await browser.submit(pick, { account: fay?.id ?? '' });
    const back = await browser.submit(ask, { account: fay?.id ?? '', consent: 'given' });
    expect(Object.fromEntries(new URL(back.location).searchParams)).toEqual({
      admin_consent: 'True',
      tenant: tenants.fabrikam,
      scope: 'https://graph.microsoft.com/.default',
      state: 's',
    });
    expect(own.world.state.directory.tenants[1]?.consented).toContain(registrations.api);
  });
});

describe('the token endpoint', () => {
  const post = async (fields: Record<string, string>, origin?: string) => {
    const answer = await fetch(at('/organizations/oauth2/v2.0/token'), {
      method: 'POST',
      body: new URLSearchParams(fields),
      ...(origin ? { headers: { Origin: origin } } : {}),
    });
    return { status: answer.status, body: fieldsOf(await answer.json()) };
  };
  const code = async (more?: Record<string, string>) =>
    answered(await createBrowser().visit(authorize({ login_hint: 'alex@contoso.example', ...more })))[
      'code'
    ] ?? '';
  // The verifier of the challenge above: RFC 7636, appendix B.
  const redeeming = {
    grant_type: 'authorization_code',
    client_id: registrations.browser,
    redirect_uri: 'http://localhost:1234/redirect.html',
    code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  };
  const page = 'http://localhost:1234';

  test('redeems a code once, for the proof it was asked with', async () => {
    const fields = { ...redeeming, code: await code() };
    expect(await post({ ...redeeming, code: await code(), code_verifier: 'another' }, page)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_codes: [501481] },
    });
    expect(await post(fields, page)).toMatchObject({
      status: 200,
      body: {
        token_type: 'Bearer',
        scope: `api://${registrations.api}/access_as_user`,
        expires_in: 4500,
        refresh_token: expect.any(String),
        refresh_token_expires_in: 86_399,
        id_token: expect.any(String),
        client_info: expect.any(String),
      },
    });
    expect(await post(fields, page)).toMatchObject({ body: { error_codes: [54005] } });
  });

  test('is for pages only when a page asked for the code', async () => {
    expect(await post({ ...redeeming, code: await code() })).toMatchObject({
      body: { error_codes: [9002327] },
    });
  });

  test('a code without a challenge is never handed to a page', async () => {
    const back = await createBrowser().visit(
      authorize({ login_hint: 'alex@contoso.example', code_challenge: '' }),
    );
    expect(answered(back)['error_description']).toContain('AADSTS9002325');
  });

  test('renews for another tenant where the person is a guest, and nowhere else', async () => {
    const renewed = async (user: string, tenant: string) => {
      const { body } = await post({ ...redeeming, code: await code({ login_hint: user }) }, page);
      const answer = await fetch(at(`/${tenant}/oauth2/v2.0/token`), {
        method: 'POST',
        headers: { Origin: page },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: registrations.browser,
          refresh_token: String(body['refresh_token']),
        }),
      });
      return fieldsOf(await answer.json());
    };
    const gus = 'gus.moreau@adatum.example';
    const token = String((await renewed(gus, tenants.contoso))['access_token']);
    expect(decodeJwt(token)).toMatchObject({
      tid: tenants.contoso,
      iss: at(`/${tenants.contoso}/v2.0`),
      aud: registrations.api,
      azp: registrations.browser,
      scp: 'access_as_user',
      ver: '2.0',
      preferred_username: gus,
    });
    expect(await renewed('alex@contoso.example', tenants.fabrikam)).toMatchObject({ error_codes: [50020] });
  });

  test('an expired session is renewed by nothing but a sign-in', async () => {
    const elin = { login_hint: 'elin.dahl@contoso.example' };
    const { body } = await post({ ...redeeming, code: await code(elin) }, page);
    const renewing = {
      grant_type: 'refresh_token',
      client_id: registrations.browser,
      refresh_token: String(body['refresh_token']),
    };
    expect(await post(renewing, page)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_codes: [700082] },
    });
    expect(await post({ ...redeeming, code: await code(elin) }, page)).toMatchObject({ status: 200 });
  });

  test.each([
    ['grant', { grant_type: 'password' }, 70003],
    ['client', { grant_type: 'refresh_token', client_id: tenants.contoso }, 700016],
    [
      'refresh token',
      { grant_type: 'refresh_token', client_id: registrations.browser, refresh_token: 'x' },
      70000,
    ],
  ])('refuses an unknown %s', async (_what, fields, number) => {
    expect(await post(fields, page)).toMatchObject({
      status: 400,
      body: {
        error_codes: [number],
        error_description: expect.stringMatching(new RegExp(`^AADSTS${number}: .* Trace ID: `)),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
        trace_id: expect.any(String),
        correlation_id: expect.any(String),
      },
    });
  });
});

test('signInAs says what was refused, in Entra’s shape', async () => {
  const refused = signInAs(twin, 'boris.kask@contoso.example', 'https://graph.microsoft.com');
  await expect(refused).rejects.toThrow(SignInFailed);
  await expect(refused).rejects.toMatchObject({ body: { error_codes: [53003] } });
});
