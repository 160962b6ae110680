import { errors } from 'jose';
import type { App } from '../../../world/directory.ts';
import { type Fields, text } from '../asking.ts';
import { isProven } from '../../../tokens.ts';
import { SignInRefused } from '../errors.ts';
import type { SignIn } from '../issue.ts';
import { homeOf, tenantNamed } from '../people.ts';
import { asksForProof } from '../permit.ts';
import { readScopes } from '../permissions.ts';
import type { Session } from '../sessions.ts';
import { tokenAnswer } from './answer.ts';

/** Exchanges a token that was issued for our API. The tenant asked must be that of the person. */
export async function onBehalfOf(signIn: SignIn, app: App, fields: Fields, tenantName: string) {
  const assertion = text(fields, 'assertion');
  if (!assertion) throw new SignInRefused(900144, 'assertion');
  if (text(fields, 'requested_token_use') !== 'on_behalf_of')
    throw new SignInRefused(900144, 'requested_token_use');
  const claims = await verified(signIn, assertion);
  if (claims['aud'] !== app.clientId) throw new SignInRefused(500131, app.clientId);
  const tenant = tenantNamed(signIn.world, tenantName);
  if (tenant?.id !== claims['tid'])
    throw new SignInRefused(50013, 'The assertion was issued for another tenant than the one asked.');
  const person = signIn.world.state.directory.people.find(({ id }) => id === claims['oid']);
  if (!person) throw new SignInRefused(50013, 'The account of the assertion was deleted.');
  const scope = text(fields, 'scope') ?? '';
  if (!readScopes(signIn.world, scope).resource) throw new SignInRefused(28003);
  return tokenAnswer(signIn, {
    app,
    person,
    session: sessionOf(signIn, claims, homeOf(person)),
    scope,
    challenged: asksForProof(text(fields, 'claims')),
  });
}

async function verified({ keys }: SignIn, assertion: string): Promise<Record<string, unknown>> {
  try {
    return await keys.verify(assertion);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new SignInRefused(500133);
    if (error instanceof errors.JOSEError)
      throw new SignInRefused(
        50013,
        'The provided signature value did not match the expected signature value.',
      );
    throw error;
  }
}

/** The proof counts as it was when the assertion was issued; whoever proves more must bring a new one. */
function sessionOf({ sessions }: SignIn, claims: Record<string, unknown>, home: string): Session {
  const id = String(claims['sid']);
  return { id, home, proven: isProven(claims), expired: sessions.find(id)?.expired ?? false };
}
