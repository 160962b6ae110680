import type { App } from '../../../world/directory.ts';
import { type Fields, text } from '../asking.ts';
import { SignInRefused } from '../errors.ts';
import type { SignIn } from '../issue.ts';
import { accountIn, tenantNamed } from '../people.ts';
import { asksForProof } from '../permit.ts';
import { tokenAnswer } from './answer.ts';

/** Renews, also for another tenant in which the same person has an account. */
export async function refreshToken(signIn: SignIn, app: App, fields: Fields, tenantName: string) {
  const { world, sessions } = signIn;
  const grant = sessions.look(text(fields, 'refresh_token') ?? '');
  if (!grant || grant.clientId !== app.clientId) throw new SignInRefused(70000);
  if (grant.session.expired) throw new SignInRefused(700082);
  const challenged = asksForProof(text(fields, 'claims'));
  if (challenged && !grant.session.proven) throw new SignInRefused(50076, 'Portico');
  const tenant = tenantNamed(world, tenantName) ?? tenantNamed(world, grant.tenant);
  return tokenAnswer(signIn, {
    app,
    session: grant.session,
    person: accountIn(world, grant.session.home, tenant),
    scope: text(fields, 'scope') ?? grant.scope,
    challenged,
  });
}
