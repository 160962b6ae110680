import { signInAddress } from '../../addresses.ts';
import { issuerOf, type SignIn } from './issue.ts';
import { tenantNamed } from './people.ts';

/**
 * The OpenID configuration. Its addresses keep the name they were asked by: asked as `{tenantid}`, the literal
 * placeholder stays in them and MSAL puts in the tenant of each request.
 */
export function openidConfiguration({ world }: SignIn, named: string): Record<string, unknown> {
  const tenant = tenantNamed(world, named);
  const base = `${signInAddress(world)}/${tenant?.id ?? named}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerOf(world, tenant?.id ?? '{tenantid}'),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
    ],
    tenant_region_scope: 'EU',
  };
}

/** The signing keys of a tenant; like Entra's, the same for all. */
export function signingKeys({ world, keys }: SignIn, named: string): { keys: object[] } {
  const tenant = tenantNamed(world, named);
  return { keys: [{ ...keys.publicJwk, issuer: issuerOf(world, tenant?.id ?? '{tenantid}') }] };
}
