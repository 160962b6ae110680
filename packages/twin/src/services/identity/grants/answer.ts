import type { App, Persona } from '../../../world/directory.ts';
import { accessToken, clientInfo, idToken, lifetime, type SignIn } from '../issue.ts';
import { permit } from '../permit.ts';
import { type Asked, readScopes } from '../permissions.ts';
import type { Session } from '../sessions.ts';

/** Seconds that a refresh token of a single-page app lives. */
const refreshLifetime = 86_399;

interface Granted {
  readonly app: App;
  readonly person: Persona;
  readonly session: Session;
  readonly scope: string;
  readonly challenged: boolean;
  readonly nonce?: string;
}

/** The success of the token endpoint. `scope` names each permission with its resource, as it was asked for. */
export async function tokenAnswer(signIn: SignIn, granted: Granted): Promise<Record<string, unknown>> {
  const { world, sessions } = signIn;
  const { app, person, session, scope } = granted;
  const asked = readScopes(world, scope);
  const { audience, permissions } = permit(world, { ...granted, asked });
  const offline = scope.split(' ').includes('offline_access');
  return {
    token_type: 'Bearer',
    scope: scopesAnswered(asked, audience, permissions, scope),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: await accessToken(signIn, {
      person,
      session,
      client: app.clientId,
      audience,
      permissions,
    }),
    ...(offline
      ? {
          refresh_token: sessions.hand({ session, clientId: app.clientId, tenant: person.tenant, scope }),
          ...(app.kind === 'browser' ? { refresh_token_expires_in: refreshLifetime } : {}),
        }
      : {}),
    id_token: await idToken(signIn, {
      person,
      session,
      client: app.clientId,
      ...(granted.nonce ? { nonce: granted.nonce } : {}),
    }),
    client_info: clientInfo(world, person),
  };
}

/** Repeats `.default` when it was asked for: MSAL finds a token in its cache only by scopes that it knows. */
function scopesAnswered(
  asked: Asked,
  audience: string,
  permissions: readonly string[],
  scope: string,
): string {
  if (!asked.resource) return permissions.join(' ');
  const prefix = asked.resource === 'api' ? `api://${audience}` : asked.resource.name;
  const all = scope.split(' ').filter((part) => part.endsWith('/.default'));
  return [...permissions.map((permission) => `${prefix}/${permission}`), ...all].join(' ');
}
