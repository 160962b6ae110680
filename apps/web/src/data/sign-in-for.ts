import { asApiProblem } from './api-problem.ts';
import type { AuthClient } from './auth.ts';

/** A refusal that a sign-in mends. */
export interface Refused {
  readonly code: string;
  /** The claims to prove, for who was refused with them. */
  readonly challenge?: string | undefined;
}

/** The same account would be refused again. */
const needsAnother = /^(wrong-tenant|access-blocked|not-assigned)$/;

/**
 * Leaves for the sign-in that a refusal needs. Claims aren't kept with findings: `ask` is what was refused, asked
 * once more to be told them; where it goes well there is nothing left to prove. Who turns back stays on the page.
 */
export async function signInFor(
  auth: Pick<AuthClient, 'signIn' | 'prove'>,
  { code, challenge }: Refused,
  ask?: () => Promise<unknown>,
): Promise<void> {
  try {
    if (challenge) await auth.prove(challenge);
    else if (code === 'needs-step-up' && ask) {
      const claims = await challengeOf(ask);
      if (claims) await auth.prove(claims);
    } else await auth.signIn(needsAnother.test(code) ? { another: true } : {});
  } catch {
    // Turned back, or the library could not leave: the page is as it was, and so is its button.
  }
}

async function challengeOf(ask: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    return asApiProblem(error).challenge;
  }
}
