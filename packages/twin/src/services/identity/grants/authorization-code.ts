import { createHash } from 'node:crypto';
import type { App } from '../../../world/directory.ts';
import { type Fields, text } from '../asking.ts';
import { SignInRefused } from '../errors.ts';
import type { SignIn } from '../issue.ts';
import { accountIn, tenantNamed } from '../people.ts';
import { tokenAnswer } from './answer.ts';

/** Redeems a code; only S256 proofs are known. */
export async function authorizationCode(signIn: SignIn, app: App, fields: Fields) {
  const grant = signIn.sessions.take(text(fields, 'code') ?? '');
  if (grant === 'used') throw new SignInRefused(54005);
  if (!grant || grant.clientId !== app.clientId) throw new SignInRefused(70000);
  if (grant.redirect !== text(fields, 'redirect_uri')) throw new SignInRefused(70000);
  const proof = createHash('sha256')
    .update(text(fields, 'code_verifier') ?? '')
    .digest('base64url');
  if (grant.challenge && grant.challenge !== proof) throw new SignInRefused(501481);
  const { world } = signIn;
  return tokenAnswer(signIn, {
    app,
    session: grant.session,
    person: accountIn(world, grant.session.home, tenantNamed(world, grant.tenant)),
    scope: text(fields, 'scope') ?? grant.scope,
    // Proof was given on the page, or the page would not have handed a code.
    challenged: false,
    ...(grant.nonce ? { nonce: grant.nonce } : {}),
  });
}
