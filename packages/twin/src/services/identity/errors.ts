import { randomUUID } from 'node:crypto';
import { challengedClaims } from '../../faults.ts';

interface Kind {
  readonly error: string;
  readonly status?: number;
  readonly suberror?: string;
  readonly claims?: string;
  readonly says: (about: string) => string;
}

/**
 * What Entra says when it issues nothing, by AADSTS number. Numbers and texts as documented or seen in public
 * error reports; always 4xx, because a 5xx or a Retry-After makes MSAL repeat the failure for a minute.
 */
export const refusals = {
  28000: {
    error: 'invalid_request',
    says: (scope) =>
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
  },
  28003: {
    error: 'invalid_request',
    says: () =>
      'Provided value for the input parameter scope cannot be empty when requesting an access token.',
  },
  50011: {
    error: 'invalid_request',
    says: (uri) =>
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application.`,
  },
  50013: {
    error: 'invalid_grant',
    says: (reason) => `Assertion failed signature validation. [Reason - ${reason}]`,
  },
  50020: {
    error: 'invalid_grant',
    says: (user) =>
      `User account '${user}' does not exist in this tenant and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.`,
  },
  50058: {
    error: 'login_required',
    says: () => 'A silent sign-in request was sent but no user is signed in.',
  },
  50076: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: challengedClaims,
    says: (resource) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resource}'.`,
  },
  50079: {
    error: 'interaction_required',
    suberror: 'basic_action',
    claims: challengedClaims,
    says: (resource) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '${resource}'.`,
  },
  50105: {
    error: 'interaction_required',
    says: (app) =>
      `Your administrator has configured the application ${app} to block users unless they are specifically granted ('assigned') access to the application. The signed in user is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  },
  53003: {
    error: 'interaction_required',
    suberror: 'message_only',
    claims: challengedClaims,
    says: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: {
    error: 'invalid_grant',
    says: () =>
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    says: (app) =>
      `The user or administrator has not consented to use the application with ID '${app}'. Send an interactive authorization request for this user and resource.`,
  },
  65002: {
    error: 'invalid_grant',
    says: (resource) =>
      `Consent between first party application and first party resource '${resource}' must be configured via preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.`,
  },
  65004: { error: 'access_denied', says: () => 'User declined to consent to access the app.' },
  70000: {
    error: 'invalid_grant',
    says: () => 'The provided value for the code or refresh token is not valid.',
  },
  70003: {
    error: 'unsupported_grant_type',
    says: (grant) => `The app requested an unsupported grant type '${grant}'.`,
  },
  70011: {
    error: 'invalid_scope',
    says: (scope) =>
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  },
  70043: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    says: () =>
      'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
  },
  90002: { error: 'invalid_request', says: (tenant) => `Tenant '${tenant}' not found.` },
  90094: {
    error: 'access_denied',
    says: () =>
      'The grant requires administrator permissions, and the signed-in account is not an administrator.',
  },
  500011: {
    error: 'invalid_resource',
    says: (resource) =>
      `The resource principal named ${resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  },
  500131: {
    error: 'invalid_grant',
    says: (app) =>
      `Assertion audience does not match the Client app presenting the assertion. The client app is ${app}.`,
  },
  500133: {
    error: 'invalid_grant',
    says: () =>
      'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
  },
  501481: {
    error: 'invalid_grant',
    says: () => 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  700016: {
    error: 'unauthorized_client',
    says: (app) => `Application with identifier '${app}' was not found in the directory.`,
  },
  700082: {
    error: 'invalid_grant',
    says: () => 'The refresh token has expired due to inactivity.',
  },
  900144: {
    error: 'invalid_request',
    says: (name) => `The request body must contain the following parameter: '${name}'.`,
  },
  7000215: {
    error: 'invalid_client',
    status: 401,
    says: (app) => `Invalid client secret provided for app '${app}'.`,
  },
  7000218: {
    error: 'invalid_client',
    status: 401,
    says: () =>
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  9002325: {
    error: 'invalid_request',
    says: () => 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  9002326: {
    error: 'invalid_request',
    says: () =>
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  },
  9002327: {
    error: 'invalid_request',
    says: () =>
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
} as const satisfies Record<number, Kind>;

export type RefusalNumber = keyof typeof refusals;

/** Thrown anywhere in the sign-in; answered as JSON, as a page, or back to the app, by where it happens. */
export class SignInRefused extends Error {
  readonly number: RefusalNumber;
  readonly kind: Kind;
  constructor(number: RefusalNumber, about = '') {
    const kind: Kind = refusals[number];
    super(`AADSTS${number}: ${kind.says(about)}`);
    this.number = number;
    this.kind = kind;
  }

  /** The body of the token endpoint. `now` in the twin's time, `correlation` as the client sent it. */
  body(now: Date, correlation = randomUUID() as string): Record<string, unknown> {
    const { error, suberror, claims } = this.kind;
    const timestamp = now
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z');
    const trace = randomUUID();
    return {
      error,
      error_description: `${this.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [this.number],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${this.number}`,
      ...(suberror ? { suberror } : {}),
      ...(claims ? { claims } : {}),
    };
  }
}
