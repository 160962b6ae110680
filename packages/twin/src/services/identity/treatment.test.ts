import { graph } from '@portico/microsoft/services/graph';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../control/commands.ts';
import { registrations } from '../../registrations.ts';
import { signInAs } from '../../sign-in-as.ts';
import { tenants } from '../../scenarios/contoso/directory-ids.ts';
import { ask } from '../../test-support/ask.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { createBrowser } from '../../test-support/paper-browser.ts';
import { startTwin, type Twin } from '../../twin.ts';

const alex = 'alex@contoso.example';
const audience = 'https://graph.microsoft.com';
const sides = ['refused', 'good-until-expiry'] as const;

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin({ speed: 0 });
});
afterEach(() => twin[Symbol.asyncDispose]());

const treat = (sign: string, person = alex) => commands.people.run(twin.world, { person, sign });
const asks = async () => {
  const client = await connectTo(twin, graph);
  return () => client.listSubscribedSkus({});
};

describe.each(sides)('a token that was handed out before is %s', (side) => {
  beforeEach(() => {
    twin.world.state.switches.revokedTokens = side;
  });

  test('when all sign-ins of its person were ended', async () => {
    const call = await asks();
    const assertion = await signInAs(twin, alex);
    expect(commands['sign-outs'].run(twin.world, { person: alex })).toBeUndefined();
    if (side === 'refused') await expect(call()).rejects.toMatchObject({ status: 401 });
    else await expect(call()).resolves.toHaveProperty('value');
    // Nothing new for the old one, everything for a new one.
    expect(await exchange(assertion)).toMatchObject({ error_codes: [70043] });
    await expect((await asks())()).resolves.toHaveProperty('value');
  });

  test('when proof is asked for since', async () => {
    const call = await asks();
    treat('step-up');
    if (side === 'refused') await expect(call()).rejects.toMatchObject({ status: 401 });
    else await expect(call()).resolves.toHaveProperty('value');
    await expect(asks()).rejects.toThrow('AADSTS50076');
    await expect(signInAs(twin, alex, audience, { proof: true })).resolves.toBeTypeOf('string');
  });
});

test('the services name the claims that a new token must carry', async () => {
  const token = await signInAs(twin, alex, audience);
  treat('step-up');
  const { status, headers } = await ask(`http://graph.twin.localhost:${twin.port}/v1.0/subscribedSkus`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect([status, headers['www-authenticate']]).toEqual([
    401,
    expect.stringMatching(/error="insufficient_claims", claims="[\w+/=]+"$/),
  ]);
});

describe.each([
  ['kept-out', 'AADSTS53003'],
  ['unassigned', 'AADSTS50105'],
] as const)('who is %s', (sign, number) => {
  const visit = () => {
    const wish = new URLSearchParams({
      client_id: registrations.browser,
      redirect_uri: 'http://localhost:1234/redirect.html',
      response_mode: 'fragment',
      scope: `api://${registrations.api}/access_as_user openid`,
      code_challenge: 'x',
      login_hint: alex,
    });
    return createBrowser().visit(
      `http://localhost:${twin.port}/organizations/oauth2/v2.0/authorize?${wish.toString()}`,
    );
  };

  test('goes back to the app with the reason', async () => {
    treat(sign);
    const { location } = await visit();
    const said = new URLSearchParams(new URL(location).hash.slice(1));
    expect([said.get('error'), said.get('error_description')]).toEqual([
      'interaction_required',
      expect.stringMatching(new RegExp(`^${number}: .* Trace ID: `)),
    ]);
  });

  test('or reads it on a page of Entra’s', async () => {
    treat(sign);
    twin.world.state.switches.refusedSignIn = 'shown';
    expect(await visit()).toMatchObject({ status: 400, location: '', text: expect.stringContaining(number) });
  });
});

test('a world that begins anew ends what was before it just the same', async () => {
  const call = await asks();
  commands['sign-outs'].run(twin.world, { person: alex });
  commands.scenario.run(twin.world, { scenario: 'half-done' });
  await expect(call()).resolves.toHaveProperty('value');
  commands['sign-outs'].run(twin.world, { person: alex });
  await expect(call()).rejects.toMatchObject({ status: 401 });
});

test('nobody else is meant, and a name that nobody has is refused', async () => {
  treat('kept-out');
  await expect(signInAs(twin, 'mona.berg@contoso.example')).resolves.toBeTypeOf('string');
  expect(treat('plain', 'nobody@contoso.example')).toContain('Nobody signs in as');
  expect(commands['sign-outs'].run(twin.world, { person: '' })).toContain('Nobody signs in as');
  expect(treat('banished')).toContain('sign');
});

async function exchange(assertion: string): Promise<unknown> {
  const answer = await fetch(`http://localhost:${twin.port}/${tenants.contoso}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: registrations.api,
      client_secret: registrations.apiSecret,
      assertion,
      scope: `${audience}/.default`,
    }),
  });
  return answer.json();
}
