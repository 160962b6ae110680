import { createHash, randomBytes } from 'node:crypto';
import { signInAddress } from './addresses.ts';
import { appOf } from './services/identity/apps.ts';
import { fieldsOf } from './services/identity/asking.ts';
import type { World } from './world.ts';

interface How {
  /** Another tenant than the person's own, where a guest has an account; an id. */
  readonly tenant?: string;
  /** Permissions by name instead of all that are configured: `['PowerPages.Websites.Read']`. */
  readonly permissions?: readonly string[];
  /** Gives the extra proof that conditional access may ask for. */
  readonly proof?: true;
}

/** A sign-in that the twin refused; `body` is what it answered, in Entra's shape. */
export class SignInFailed extends Error {
  readonly body: Readonly<Record<string, unknown>>;
  constructor(body: Readonly<Record<string, unknown>>) {
    super(String(body['error_description'] ?? body['error']));
    this.body = body;
  }
}

/**
 * An access token for a persona without a browser, through the same endpoints that a browser uses: for our own
 * API (`'api'`), or for a Microsoft service, exchanged as the API does. Throws {@link SignInFailed}.
 */
export async function signInAs(
  { world }: { readonly world: World },
  userName: string,
  audience: 'api' | (string & {}) = 'api',
  how: How = {},
): Promise<string> {
  const person = world.state.directory.people.find((one) => one.userName === userName && !one.home);
  if (!person) throw new Error(`Nobody is called ${userName} in this scenario.`);
  const tenant = how.tenant ?? person.tenant;
  const assertion = await forOurApi(world, tenant, userName, how.proof);
  if (audience === 'api') return assertion;
  const { clientId, secret = '' } = appOf(world, 'api');
  const scopes = how.permissions?.map((permission) => `${audience}/${permission}`) ?? [
    `${audience}/.default`,
  ];
  return redeem(world, tenant, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: clientId,
    client_secret: secret,
    assertion,
    scope: scopes.join(' '),
  });
}

async function forOurApi(world: World, tenant: string, userName: string, proof?: true): Promise<string> {
  const { clientId } = appOf(world, 'browser');
  const redirect = 'http://localhost/redirect.html';
  const verifier = randomBytes(32).toString('base64url');
  const wish = {
    client_id: clientId,
    redirect_uri: redirect,
    scope: `api://${appOf(world, 'api').clientId}/access_as_user openid profile offline_access`,
    response_type: 'code',
    response_mode: 'query',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: userName,
  };
  const address = `${signInAddress(world)}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(wish).toString()}`;
  const account = world.state.directory.people.find(
    (person) => person.userName === userName && person.tenant === tenant,
  );
  const posted = proof && {
    method: 'POST',
    body: new URLSearchParams({ account: account?.id ?? '', proof: 'given' }),
  };
  const answer = await fetch(address, { ...posted, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (!location) throw new SignInFailed({ error: 'page', error_description: await answer.text() });
  const values = new URL(location).searchParams;
  const code = values.get('code');
  if (!code) throw new SignInFailed(Object.fromEntries(values));
  return redeem(
    world,
    tenant,
    {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirect,
      code,
      code_verifier: verifier,
      scope: wish.scope,
    },
    'http://localhost',
  );
}

async function redeem(
  world: World,
  tenant: string,
  fields: Record<string, string>,
  origin?: string,
): Promise<string> {
  const answer = await fetch(`${signInAddress(world)}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    ...(origin ? { headers: { Origin: origin } } : {}),
  });
  const body = fieldsOf(await answer.json());
  if (!answer.ok) throw new SignInFailed(body);
  return String(body['access_token']);
}
