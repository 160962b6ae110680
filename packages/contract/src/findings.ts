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
  /** `doubtful`: nobody there said that it is this environment's gateway. Absent in runs that looked before. */
  'dual-write-linked': {
    readonly asked?: { readonly address: string; readonly given: boolean };
    readonly doubtful: boolean;
  };
  /** How the role is held: what comes by a team counts for everything but creating the site. */
  'system-administrator': { readonly held: 'directly' | 'by-team' | 'not' | 'unclear' };
  'home-tenant': { readonly account: 'member' | 'guest' | 'delegated' };
  'maps-resolved': {
    readonly maps: readonly ResolvedMap[];
    /** These two are absent in runs that looked before they were known. */
    readonly beside?: readonly ResolvedMap[];
    readonly apart?: readonly MapApart[];
  };
  'map-prerequisites': {
    readonly order: readonly OrderedMap[];
    /** The dual-write gateway, or Microsoft's documentation where it can't be asked; absent as above. */
    readonly source?: 'gateway' | 'documented';
    /** Names of maps that need each other. */
    readonly circles?: readonly (readonly string[])[];
  };
  'sync-feasible': SyncForecast;
  'maps-running': { readonly maps: readonly MapState[] };
  /** `sure`: Power Pages names the template. */
  'site-absent': { readonly site?: ThereSite; readonly sure?: boolean };
  'site-address': {
    /** A Customer Portal with another address than the decided one. */
    readonly site?: ThereSite;
    /** Other addresses, where the decided one is taken. */
    readonly free?: readonly string[];
  };
  'former-site': { readonly records: readonly FormerSite[] };
  'contacts-usable': { readonly people: readonly InviteeReadiness[] };
  'users-invited': { readonly people: readonly InviteeState[] };
  'site-provisioned': { readonly url: string; readonly status: string };
  /** Of a trial; a production site has none. */
  'trial-clock': { readonly clock?: SiteClock; readonly name: string; readonly url: string };
  'site-is-production': { readonly type: 'production' | 'trial' | 'none' };
  'site-public': { readonly visibility: 'public' | 'private' | 'unknown' };
  /** `inferred`: none was taken in time, so rows that nobody touched stand for it. ISO 8601. */
  'baseline-kept': {
    readonly at: string;
    readonly origin: 'captured' | 'inferred';
    readonly records: number;
    /** Somebody gave it as a file or a folder. */
    readonly imported?: { readonly from: 'file' | 'folder'; readonly by: string };
  };
  'template-suitable': {
    readonly at: string;
    readonly records: number;
    readonly name: string;
    /** Of what it says, wherever it was made. This and the next two are absent in runs that looked before. */
    readonly fingerprint?: string;
    /** Another set-up that has met the same template, by its title. */
    readonly sameAs?: string;
    /** It came as a file or a folder; `taken`: when the site was as it says, ISO 8601. */
    readonly imported?: { readonly from: 'file' | 'folder'; readonly taken: string };
    /** It was chosen among those that another set-up has; `by`: its title. */
    readonly shared?: { readonly by: string; readonly taken: string };
  };
  'update-decided': {
    /** Decisions that nobody made yet; conflicts, ticks and questions. */
    readonly open: number;
    /** Records that would be written. */
    readonly writes: number;
  };
  /** `state`: as it was before, as decided, or neither, when somebody edited the site since. */
  'update-applied': {
    readonly state: 'before' | 'applied' | 'taken-back';
    /** Nothing of the last update is in the site, whether or not it says what is decided now. */
    readonly takenBack: boolean;
    /** Updates that are in the site, from the last to the first. What was found by an earlier release doesn't say. */
    readonly standing?: readonly { readonly id: string; readonly at: string; readonly records: number }[];
  };
  /** Of the newest order, once it is on both sides. `number` is that of finance and operations. */
  'order-arrived': {
    readonly number: string;
    /** Dataverse's own. */
    readonly dataverse: string;
    /** Who ordered. */
    readonly name: string;
    /** When, ISO 8601. */
    readonly at: string;
    /** The order in Dataverse. */
    readonly link: string;
  };
  'custom-domain': { readonly hosts: readonly string[] };
}

/** When a trial is suspended and its host deleted; ISO 8601. */
export interface SiteClock {
  readonly suspendedOn: string;
  readonly deletedOn: string;
  /** Whole days until the next of both, when this was looked at. */
  readonly left: number;
  readonly suspended: boolean;
}

/** A site that is there: what it would mean to go on with it. */
export interface ThereSite {
  readonly name: string;
  readonly url: string;
  readonly subdomain: string;
  /** LCID; absent where Power Pages doesn’t say. */
  readonly language?: number;
}

/** Pages and settings in Dataverse that no site shows. */
export interface FormerSite {
  /** The website record’s id: what a new host can be bound to. */
  readonly record: string;
  readonly name: string;
}

/** The five names in Microsoft's set-up guide for the portal. */
export type DocumentedMap =
  | 'sales-order-header'
  | 'sales-order-details'
  | 'accounts'
  | 'contacts'
  | 'products';
/** What runs beside the five: contact persons of customers, and the switches of the newer order maps. */
export type BesideMap = 'contact-persons' | 'feature-states';

/** A documented name, and the map it means here. */
export interface ResolvedMap {
  readonly wanted: DocumentedMap | BesideMap;
  readonly chosen?: Candidate;
  readonly candidates: readonly Candidate[];
  /** Message id of the reason. */
  readonly reason: string;
  /** The portal does without it: it may be left out. */
  readonly optional?: true;
}

export interface Candidate {
  /** The id of the version in use, in the dual-write gateway. */
  readonly id: string;
  /** As Microsoft's page shows it: `Customers V3 (accounts)`. */
  readonly name: string;
  readonly version: string;
  readonly author: string;
  /** What tells maps of one name apart. */
  readonly description?: string;
  /** Another version, and why (message id): taken before the start, or only named while the map has run. */
  readonly better?: {
    readonly id: string;
    readonly version: string;
    readonly author: string;
    readonly reason: string;
    readonly taken: boolean;
  };
}

/** A map that must not run while the five do. */
export interface MapApart {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly running: boolean;
  /** Message id of the reason. */
  readonly reason: string;
}

export interface OrderedMap {
  readonly id: string;
  readonly name: string;
  /** True for one of the five and what runs beside them, false for what they need. */
  readonly wanted: boolean;
  /** Its rows are copied from finance and operations, whatever was decided for the others. */
  readonly alwaysCopied?: true;
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

/** What the first copying of rows would meet and take, before anything starts. */
export interface SyncForecast {
  /** In running order. */
  readonly maps: readonly MapForecast[];
  /** All maps one after the other; undefined when hardly anything could be counted. */
  readonly seconds?: SecondsRange;
}

/** The least and the most that is to be expected. */
export type SecondsRange = readonly [least: number, most: number];

export interface MapForecast {
  readonly id: string;
  readonly name: string;
  readonly wanted: boolean;
  /** Rows on each side; undefined where they can't be counted. */
  readonly finance?: number;
  readonly dataverse?: number;
  /** By company, where the whole leaves open whether each is within its limits. */
  readonly companies: readonly CompanyForecast[];
  readonly seconds?: SecondsRange;
  readonly obstacles: readonly SyncObstacle[];
  /**
   * Rows that are on both sides under one key: the master's stay. `lookedAt`: how many of Dataverse's rows were
   * compared; unless that is the whole there may be more.
   */
  readonly both?: { readonly rows: number; readonly lookedAt: number; readonly whole: boolean };
}

export interface CompanyForecast {
  readonly company: string;
  readonly finance?: number;
  readonly dataverse?: number;
  readonly seconds: SecondsRange;
  readonly obstacles: readonly SyncObstacle[];
}

/** Which documented limit is met: rows a run, single-threaded tables, a day, lookups from Dataverse. */
export type SyncObstacle = 'rows' | 'single-threaded' | 'hours' | 'lookups';
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

/** What a contact must have before somebody can order by it. */
export type ContactNeed = 'company' | 'number' | 'customer' | 'currency' | 'prices' | 'country';

/** One of them: there, to be filled in from the customer account, or for people to fill in. */
export interface NeedState {
  readonly need: ContactNeed;
  /** `elsewhere`: the customer account is of another company. */
  readonly state: 'there' | 'fill' | 'missing' | 'elsewhere';
  /** As people know it: a code, a name. */
  readonly value?: string;
}

export interface InviteeReadiness {
  readonly contact: string;
  /** Empty where there is no such contact any more. */
  readonly name: string;
  /** The name of the web role; absent where the site has no such role. */
  readonly role?: string;
  readonly needs: readonly NeedState[];
}

export interface InviteeState {
  readonly contact: string;
  readonly name: string;
  readonly state: 'none' | 'open' | 'run-out' | 'signed-up';
  /** ISO 8601, when an open invitation ends; absent where it doesn't. */
  readonly until?: string;
}
