import { takeFault } from '../../faults.ts';
import type { App } from '../../world/directory.ts';
import { type Fields, text } from './asking.ts';
import { SignInRefused } from './errors.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { callingApp } from './grants/caller.ts';
import { onBehalfOf } from './grants/on-behalf-of.ts';
import { refreshToken } from './grants/refresh-token.ts';
import type { SignIn } from './issue.ts';

type Grant = (signIn: SignIn, app: App, fields: Fields, tenant: string) => Promise<Record<string, unknown>>;

/** By `grant_type`; faults name a grant as their endpoint. */
const grants = new Map<string, { readonly name: string; readonly redeem: Grant }>([
  ['authorization_code', { name: 'authorization-code', redeem: authorizationCode }],
  ['refresh_token', { name: 'refresh-token', redeem: refreshToken }],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', { name: 'on-behalf-of', redeem: onBehalfOf }],
]);

/** Which grant is asked for. */
export function grantOf(fields: Fields) {
  const asked = text(fields, 'grant_type') ?? '';
  const grant = grants.get(asked);
  if (!grant) throw new SignInRefused(70003, asked);
  return grant;
}

/** The token endpoint; throws what it refuses. `origin` is there when a page asks. */
export function token(signIn: SignIn, tenant: string, fields: Fields, origin: string | undefined) {
  return grantOf(fields).redeem(signIn, callingApp(signIn, fields, origin), fields, tenant);
}

/** Faults that Entra would put in its own words; others are the transport's. */
export function spokenFault(signIn: SignIn, grant: string) {
  const fault = takeFault(signIn.world, 'sign-in', grant);
  if (fault?.kind === 'step-up-needed') throw new SignInRefused(50079, 'this resource');
  if (fault?.kind === 'consent-missing') throw new SignInRefused(65001, 'this application');
  if (fault?.kind === 'token-refused') throw new SignInRefused(65002, 'this resource');
  return fault;
}
