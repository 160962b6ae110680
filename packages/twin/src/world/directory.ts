/** Entra ID: tenants, people, apps, consent. */
export interface Directory {
  readonly tenants: Tenant[];
  readonly people: Persona[];
  readonly apps: App[];
  /** Subscribed SKUs per tenant, in Graph's own shape. */
  readonly skus: Record<string, object[]>;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Resources (audiences, without trailing slash) that exist in this directory; others answer AADSTS500011. */
  readonly resources: string[];
  /** Client ids that an administrator consented to for everybody; grows when somebody consents on the page. */
  readonly consented: string[];
  /** Resources that the API may not call all the same: their permissions came later, and only an administrator accepts them. */
  withheld?: readonly string[];
}

/**
 * What the sign-in does with somebody. When our API wants a token for a Microsoft service, `step-up` asks for extra
 * proof first, `blocked` is a no of conditional access, and for `expired` the first sign-in counts as one of long ago.
 * At the sign-in itself `kept-out` is a no of conditional access, and `unassigned` lacks the assignment to the app.
 */
export const signs = ['plain', 'step-up', 'blocked', 'expired', 'kept-out', 'unassigned'] as const;
export type Sign = (typeof signs)[number];

export interface Persona {
  /** Object id in this tenant. */
  readonly id: string;
  readonly tenant: string;
  /** A guest's account in its own tenant: the id of that persona. Who has one signs in there and visits here. */
  readonly home?: string;
  readonly name: string;
  readonly userName: string;
  /** A partner's administrator by delegation (GDAP): signs in here without an account in this directory. */
  readonly delegated?: true;
  /** Access mode in Dataverse, when not 0 (Read-Write): 1 Administrative, 2 Read. */
  readonly accessMode?: number;
  /** What the sign-in page says about this persona. */
  readonly story: string;
  /**
   * Directory roles by template name: `Power Platform Administrator`, `Dynamics 365 Administrator`…,
   * and Dataverse's `System Administrator`, so that one place says who may do what.
   */
  readonly roles: readonly { readonly name: string; readonly held: 'directly' | 'by-group' | 'by-pim' }[];
  /** Changed by the rehearsal's controls, as an administrator changes a rule. */
  sign: Sign;
  /** When all sign-ins of this account were ended, in real milliseconds as tokens are; at home, for guests too. */
  ended?: number;
  /** SKU ids assigned to this person. */
  readonly licences: readonly string[];
  /** Client ids that this person alone consented to. */
  readonly consented: string[];
}

export interface App {
  readonly clientId: string;
  /** `browser`: a public client of the single-page platform. `api`: the one that acts on behalf of people. */
  readonly kind: 'browser' | 'api';
  readonly name: string;
  /** Only the API has one; a made-up value that opens nothing outside the twin. */
  readonly secret?: string;
  /** Return addresses; on localhost the port doesn't count. */
  readonly redirects: readonly string[];
}
