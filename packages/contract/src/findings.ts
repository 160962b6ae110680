/** Facts that screens draw, by the check that found them. */
export interface FindingFacts {
  'fno-linked': {
    readonly environment: { readonly name: string; readonly url: string };
    /** What each side says of the other; undefined when it names none. */
    readonly platformSays?: string;
    readonly dataverseSays?: string;
  };
  /** How the role is held: what comes by a team counts for everything but creating the site. */
  'system-administrator': { readonly held: 'directly' | 'by-team' | 'not' | 'unclear' };
  'home-tenant': { readonly account: 'member' | 'guest' | 'delegated' };
  'maps-resolved': { readonly maps: readonly ResolvedMap[] };
  'map-prerequisites': { readonly order: readonly OrderedMap[] };
  'maps-running': { readonly maps: readonly MapState[] };
  'site-provisioned': { readonly url: string; readonly status: string; readonly trialDaysLeft?: number };
}

/** One of the five names in Microsoft's documentation, and the map it means here. */
export interface ResolvedMap {
  readonly wanted: 'sales-order-header' | 'sales-order-details' | 'accounts' | 'contacts' | 'products';
  readonly chosen?: Candidate;
  readonly candidates: readonly Candidate[];
  /** Message id of the reason. */
  readonly reason: string;
}

export interface Candidate {
  /** The template id in the dual-write gateway. */
  readonly id: string;
  /** As Microsoft's page shows it: `Customers V3 (accounts)`. */
  readonly name: string;
  readonly version: string;
  readonly author: string;
}

export interface OrderedMap {
  readonly id: string;
  readonly name: string;
  /** True for one of the five, false for what they need. */
  readonly wanted: boolean;
}

export interface MapState {
  readonly id: string;
  readonly name: string;
  readonly wanted: boolean;
  readonly state:
    | 'running'
    | 'initial-sync'
    | 'resuming'
    | 'paused'
    | 'stopped'
    | 'not-running'
    | `unknown:${string}`;
  readonly error?: string;
  readonly companies: readonly {
    readonly company: string;
    readonly state: string;
    readonly rows: number;
    readonly errors: number;
  }[];
}
