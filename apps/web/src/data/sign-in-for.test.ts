import { expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { type Refused, signInFor } from './sign-in-for.ts';

const claims = '{"access_token":{}}';

async function leaves(refused: Refused, ask?: () => Promise<unknown>): Promise<unknown[]> {
  const went: unknown[] = [];
  const auth = {
    signIn: async (how: object = {}) => void went.push(how),
    prove: async (what: string) => void went.push(what),
  };
  await signInFor(auth, refused, ask);
  return went;
}
const challenged = () => Promise.reject(new ApiProblem(401, { code: 'needs-step-up' }, claims));

it('proves what is asked for, asking for it where it wasn’t kept', async () => {
  expect(await leaves({ code: 'needs-step-up', challenge: claims })).toEqual([claims]);
  expect(await leaves({ code: 'needs-step-up' }, challenged)).toEqual([claims]);
});

it('stays when nothing is left to prove', async () => {
  expect(await leaves({ code: 'needs-step-up' }, async () => undefined)).toEqual([]);
});

it.each([
  ['needs-sign-in', {}],
  ['consent-missing', {}],
  ['needs-step-up', {}],
  ['wrong-tenant', { another: true }],
  ['access-blocked', { another: true }],
  ['not-assigned', { another: true }],
])('%s signs in with %o', async (code, how) => {
  expect(await leaves({ code })).toEqual([how]);
});

it('is quiet when the person turns back', async () => {
  const auth = { signIn: () => Promise.reject(new Error('user_cancelled')), prove: async () => undefined };
  await expect(signInFor(auth, { code: 'needs-sign-in' })).resolves.toBeUndefined();
});
