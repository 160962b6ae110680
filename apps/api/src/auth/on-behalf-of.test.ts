import { Problem } from '@portico/contract/problems';
import { people, tenants } from '@portico/twin/scenarios/contoso/directory-ids';
import { startTwin, type Twin } from '@portico/twin/twin';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authOn } from './test-support/twin-auth.ts';

const graph = 'https://graph.microsoft.com';
const bap = 'https://service.powerapps.com';
const gateway = 'https://IntegratorApp.com';
const [alex, stella] = ['alex@contoso.example', 'stella.okafor@contoso.example'];

let twin: Twin;
let auth: Awaited<ReturnType<typeof authOn>>;
beforeEach(async () => {
  twin = await startTwin();
  auth = await authOn(twin);
});
afterEach(() => twin[Symbol.asyncDispose]());

describe('a token for somebody', () => {
  test('is for the audience, the person and the tenant asked', async () => {
    const dataverse = `http://contoso.crm4.twin.localhost:${twin.port}`;
    const who = await auth.arrive(alex);
    for (const audience of [graph, bap, gateway, dataverse, 'https://api.powerplatform.com'])
      expect(decodeJwt(await auth.tokenFor(who, audience))).toMatchObject({
        aud: audience,
        oid: people.alex,
        tid: tenants.contoso,
      });
  });

  test('a guest gets it in the tenant visited', async () => {
    const who = await auth.arrive('gus.moreau@adatum.example', { tenant: tenants.contoso });
    expect(who).toEqual({ tenant: tenants.contoso, user: people.gusAtContoso });
    expect(decodeJwt(await auth.tokenFor(who, graph))).toMatchObject({ oid: people.gusAtContoso });
  });

  test('costs one call, however many ask at once and after', async () => {
    const who = await auth.arrive(alex);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => auth.tokenFor(who, graph)));
    expect(new Set(tokens).size).toBe(1);
    expect(await auth.tokenFor(who, graph)).toBe(tokens[0]);
    expect(auth.calls).toHaveLength(1);
  });

  test('several audiences at once are all kept', async () => {
    const who = await auth.arrive(alex);
    const all = [graph, bap, gateway, 'https://api.powerplatform.com'];
    const before = await Promise.all(all.map((audience) => auth.tokenFor(who, audience)));
    const after = auth.restarted();
    expect(await Promise.all(all.map((audience) => after(who, audience)))).toEqual(before);
    expect(auth.calls).toHaveLength(4);
  });

  test('goes on after a restart, also for an audience that is new', async () => {
    const who = await auth.arrive(alex);
    const before = await auth.tokenFor(who, graph);
    const after = auth.restarted();
    expect(await after(who, graph)).toBe(before);
    expect(auth.calls).toHaveLength(1);
    expect(decodeJwt(await after(who, bap))).toMatchObject({ aud: bap });
  });

  test('no refresh token is kept, not even sealed', async () => {
    const who = await auth.arrive(alex);
    await auth.tokenFor(who, graph);
    const kept = JSON.parse((await auth.vault.find(who, `tokens ${graph}`)) ?? '{}');
    expect(Object.keys(kept.AccessToken)).toHaveLength(1);
    expect(kept.RefreshToken).toEqual({});
  });

  test('people never get each other’s, and one’s trouble is not another’s', async () => {
    const [one, two] = [await auth.arrive(alex), await auth.arrive('mona.berg@contoso.example')];
    twin.world.state.faults = [{ kind: 'throttled', service: 'sign-in', count: 1, seconds: 7 }];
    await expect(auth.tokenFor(one, graph)).rejects.toMatchObject({
      code: 'upstream-throttled',
      retryAfter: 7,
    });
    expect(decodeJwt(await auth.tokenFor(two, graph))).toMatchObject({ oid: people.mona });
    expect(decodeJwt(await auth.tokenFor(one, graph))).toMatchObject({ oid: people.alex });
  });

  test('a challenge asks anew; proof that was given answers it', async () => {
    const who = await auth.arrive(alex);
    const first = await auth.tokenFor(who, graph);
    const claims = '{"access_token":{"capolids":{"essential":true,"values":["x"]}}}';
    await expect(auth.tokenFor(who, graph, claims)).rejects.toMatchObject({ code: 'needs-step-up' });
    await auth.arrive(alex, { proof: true });
    const second = await auth.tokenFor(who, graph, claims);
    expect(second).not.toBe(first);
    expect(await auth.tokenFor(who, graph)).toBe(second);
    expect(await auth.tokenFor(who, graph, '{}')).not.toBe(second);
  });
});

interface Case {
  readonly user: string;
  readonly audience?: string;
  readonly arrange?: () => void;
  readonly number: string;
  readonly problem: object;
}

describe('what Entra refuses', () => {
  test.each<[string, Case]>([
    [
      'step-up',
      {
        user: stella,
        number: 'AADSTS50076',
        problem: { code: 'needs-step-up', challenge: expect.stringContaining('capolids') },
      },
    ],
    [
      'enrolment',
      {
        user: alex,
        arrange: () => twin.world.state.faults.push({ kind: 'step-up-needed', service: 'sign-in', count: 1 }),
        number: 'AADSTS50079',
        problem: { code: 'needs-step-up', challenge: expect.stringContaining('capolids') },
      },
    ],
    [
      'blocked',
      {
        user: 'boris.kask@contoso.example',
        number: 'AADSTS53003',
        problem: { code: 'access-blocked', challenge: undefined },
      },
    ],
    [
      'an old session',
      { user: 'elin.dahl@contoso.example', number: 'AADSTS70043', problem: { code: 'needs-sign-in' } },
    ],
    [
      'no consent',
      {
        user: 'fay.brooks@fabrikam.example',
        number: 'AADSTS65001',
        problem: {
          code: 'consent-missing',
          values: {
            audience: graph,
            link: expect.stringContaining(`/${tenants.fabrikam}/v2.0/adminconsent?client_id=`),
          },
        },
      },
    ],
    [
      'no product',
      {
        user: 'wim.jansen@wingtip.example',
        audience: bap,
        number: 'AADSTS500011',
        problem: { code: 'product-absent', values: { audience: bap } },
      },
    ],
    [
      'the gateway’s token',
      {
        user: alex,
        audience: gateway,
        arrange: () => {
          twin.world.state.switches.gatewayTokens = 'refused';
        },
        number: 'AADSTS65002',
        problem: { code: 'token-refused' },
      },
    ],
    [
      'an unknown resource',
      {
        user: alex,
        audience: 'https://nowhere.example',
        number: 'AADSTS500011',
        problem: { code: 'product-absent' },
      },
    ],
  ])('%s', async (_what, { user, audience = graph, arrange, number, problem }) => {
    const who = await auth.arrive(user);
    arrange?.();
    await expect(auth.tokenFor(who, audience)).rejects.toMatchObject({
      ...problem,
      upstream: {
        status: 400,
        code: number,
        message: expect.stringContaining(number),
        correlation: expect.any(String),
      },
    });
  });

  test.each([
    ['a wrong secret', { secret: 'not-the-secret-at-all' }, 401, 'AADSTS7000215'],
    ['an app that is gone', { api: '99999999-9999-4999-8999-999999999999' }, 400, 'AADSTS700016'],
  ])('%s is our own fault', async (_what, wrong, status, code) => {
    const own = await authOn(twin, wrong);
    const who = await own.arrive(alex);
    await expect(own.tokenFor(who, graph)).rejects.toMatchObject({
      code: 'registration-broken',
      upstream: { status, code },
    });
  });

  test('signing in again, proving more, or consenting mends it', async () => {
    for (const user of ['elin.dahl@contoso.example', stella]) {
      await expect(auth.tokenFor(await auth.arrive(user), graph)).rejects.toBeInstanceOf(Problem);
      const who = await auth.arrive(user, user === stella ? { proof: true } : {});
      expect(decodeJwt(await auth.tokenFor(who, graph))).toMatchObject({ oid: who.user });
    }
    const fay = await auth.arrive('fay.brooks@fabrikam.example');
    await expect(auth.tokenFor(fay, graph)).rejects.toBeInstanceOf(Problem);
    twin.world.state.directory.apps.forEach(({ clientId }) =>
      twin.world.state.directory.tenants[1]?.consented.push(clientId),
    );
    expect(decodeJwt(await auth.tokenFor(fay, graph))).toMatchObject({ oid: people.fay });
  });

  test('nobody kept, or a row that no longer opens, needs a sign-in', async () => {
    const stranger = { tenant: tenants.contoso, user: people.una };
    await expect(auth.tokenFor(stranger, graph)).rejects.toMatchObject({ code: 'needs-sign-in' });
    const who = await auth.arrive(alex);
    for (const [, bytes] of auth.store.kept)
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await expect(auth.tokenFor(who, graph)).rejects.toMatchObject({ code: 'needs-sign-in' });
    expect(auth.calls).toEqual([]);
  });

  test.each([
    ['reset', { kind: 'reset' }, 'upstream-unavailable'],
    ['server-error', { kind: 'server-error' }, 'upstream-unavailable'],
    ['truncated', { kind: 'truncated' }, 'upstream-unavailable'],
    ['redirect', { kind: 'redirect' }, 'upstream-unavailable'],
    ['wrong-content-type', { kind: 'wrong-content-type' }, 'upstream-unavailable'],
  ] as const)('trouble on the way (%s) is trouble on the way', async (_what, { kind }, code) => {
    const who = await auth.arrive(alex);
    twin.world.state.faults = [{ kind, service: 'sign-in', count: 1 }];
    await expect(auth.tokenFor(who, graph)).rejects.toMatchObject({ code });
    expect(decodeJwt(await auth.tokenFor(who, graph))).toMatchObject({ oid: people.alex });
  });
});
