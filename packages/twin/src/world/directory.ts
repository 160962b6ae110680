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
  /** Client ids that an administrator consented to. */
  readonly consented: string[];
}

export interface Persona {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly userName: string;
  /** What the sign-in page says about this persona. */
  readonly story: string;
  /** Directory roles by template name: `Power Platform Administrator`, `Dynamics 365 Administrator`… */
  readonly roles: readonly { readonly name: string; readonly held: 'directly' | 'by-group' | 'by-pim' }[];
  /** What happens at sign-in or at a token for someone else's resource. */
  readonly sign: 'plain' | 'step-up' | 'blocked' | 'expired';
}

export interface App {
  readonly clientId: string;
  readonly name: string;
  /** Only the API has one; a made-up value that opens nothing outside the twin. */
  readonly secret?: string;
  readonly redirects: readonly string[];
}
