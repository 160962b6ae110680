import type { Remedy } from '@portico/plan/finding';
import type { Text } from '@portico/plan/text';

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
  /** What Microsoft said of the last request, word for word. */
  readonly error?: string;
  /** What went wrong, by cause, the worst first. Findings of older versions have none. */
  readonly errors?: readonly ErrorGroup[];
  readonly companies: readonly {
    readonly company: string;
    readonly state: string;
    readonly rows: number;
    readonly errors: number;
    /** Errors that the service counts and doesn’t hand out: it gives the first five of each direction. */
    readonly unseen?: number;
    /** What to look for in finance and operations: Data management, Job history, “Execution group id”. */
    readonly job?: string;
  }[];
}

/** Errors of a map that have one cause. Without `cause` nobody has written down what they mean. */
export interface ErrorGroup {
  /** The playbook’s entry, as in docs/generated/playbook.md; for an unknown one its text without what varies. */
  readonly id: string;
  /** Of the errors that the service handed out. */
  readonly count: number;
  readonly companies: readonly string[];
  readonly cause?: Text;
  readonly remedy?: Remedy;
  readonly needs?: NeededMap;
  /** At most five. */
  readonly samples: readonly ErrorSample[];
}

/** The map whose rows are referred to: its Dataverse entity set and, where the gateway lists it, its name and state. */
export interface NeededMap {
  readonly set: string;
  readonly name?: string;
  readonly state?: MapState['state'];
}

/** One error as it came. What the message names is told apart from what the service says beside it. */
export interface ErrorSample {
  readonly message: string;
  readonly company?: string;
  readonly record?: string;
  readonly field?: string;
  readonly value?: string;
  /** Name of the job in finance and operations. */
  readonly job?: string;
  readonly request?: string;
  /** The root activity id, which Microsoft’s support asks for. */
  readonly activity?: string;
}
