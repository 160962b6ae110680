import { describe, expect, it } from 'vitest';
import type { AuthClient } from './auth.ts';
import { problemOf, sendAsPerson } from './transport.ts';

const claims = '{"access_token":{"polids":{"essential":true,"values":["p1"]}}}';
const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;

function person() {
  const asked: boolean[] = [];
  const auth: AuthClient = {
    account: undefined,
    arrival: { signedIn: false, consented: false },
    token: async ({ fresh = false } = {}) => {
      asked.push(fresh);
      return fresh ? 'new' : 'kept';
    },
    signIn: async () => undefined,
    prove: async () => undefined,
    signOut: async () => undefined,
  };
  return { auth, asked };
}

describe('sendAsPerson', () => {
  it('tries a plain 401 once more, with a fresh token', async () => {
    const { auth, asked } = person();
    const sent: (string | null)[] = [];
    const answer = await sendAsPerson(
      async (_, { headers }) => {
        sent.push(new Headers(headers).get('authorization'));
        return new Response(null, { status: sent.length === 1 ? 401 : 200 });
      },
      auth,
      '/api/me',
      {},
    );
    expect(answer.status).toBe(200);
    expect(sent).toEqual(['Bearer kept', 'Bearer new']);
    expect(asked).toEqual([false, true]);
  });

  it('never repeats a challenge: only the person can answer it', async () => {
    const { auth, asked } = person();
    const headers = { 'www-authenticate': challenge };
    const answer = await sendAsPerson(
      async () => new Response(null, { status: 401, headers }),
      auth,
      '/api/me',
      {},
    );
    expect(answer.status).toBe(401);
    expect(asked).toEqual([false]);
  });

  it('calls a cut line offline', async () => {
    const { auth } = person();
    const sending = sendAsPerson(() => Promise.reject(new TypeError('cut')), auth, '/api/me', {});
    await expect(sending).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('problemOf', () => {
  it('keeps the code, the values and the challenge', () => {
    const problem = problemOf(401, { code: 'needs-step-up', values: { a: 1 } }, challenge);
    expect(problem).toMatchObject({ code: 'needs-step-up', status: 401, challenge: claims });
    expect(problem.record).toEqual({ code: 'needs-step-up', values: { a: 1 } });
  });

  it('names an answer that is not a problem document', () => {
    expect(problemOf(404, '<html>', null).code).toBe('not-found');
    expect(problemOf(502, undefined, null).code).toBe('offline');
  });
});
