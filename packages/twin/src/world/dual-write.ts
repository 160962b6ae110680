/** The dual-write gateway: links, maps, requests, initial syncs. */
export interface DualWrite {
  readonly links: Link[];
}

export interface Link {
  /** `cid` and `cname` at the wire. */
  readonly id: string;
  readonly name: string;
  /** The region and island whose gateway knows this link: `eu-il107`. */
  readonly island: string;
  readonly financeHost: string;
  readonly organization: string;
  /** The environment id of the Power Platform side. */
  readonly environment: string;
  readonly tenant: string;
  /** Who linked. */
  readonly owner: string;
  readonly companies: { readonly id: string; readonly name: string }[];
  /** Unique names of the map solutions that were applied: only their maps are listed. */
  readonly applied: string[];
  readonly maps: DualWriteMap[];
  readonly requests: MapRequest[];
  readonly applications: Application[];
  readonly executions: Execution[];
  /** Reads of the map list that still answer empty, as the real one does now and then. */
  emptyReads: number;
}

/** none, stopped, initial sync, catch-up, running, paused, not running */
export type MapCode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DualWriteMap {
  /** Ours alone: at the wire a map goes by the id of its active template. */
  readonly id: string;
  /** `accounts - Customers V3` */
  readonly name: string;
  /** Unique name of the solution that brings it. */
  readonly solution: string;
  readonly finance: { readonly name: string; readonly displayName: string };
  /** Entity set and logical name. */
  readonly dataverse: { readonly name: string; readonly logical: string };
  readonly direction: 'both' | 'to-dataverse';
  readonly description: string;
  readonly templates: Template[];
  /** The id of the template in use. */
  active: string;
  /** Null until initialised by action 8. */
  pid: string | null;
  state: MapCode;
  /** What the clock will do to it, in order. */
  readonly due: Due[];
  /** Names of maps without which its rows find no reference. */
  readonly needs: readonly string[];
  /** Names of maps that some rows refer to. */
  readonly uses: readonly string[];
  /** Columns by which rows of both sides are the same. */
  keys: readonly string[];
  /** Companies whose rows it copies; what has no company is copied once, under `dat`. */
  readonly companies: string[];
  /** Changes that wait for the paused map to go on, and those that couldn't be written when it did. */
  queue: Queued[];
}

export interface Template {
  readonly id: string;
  readonly version: string;
  readonly author: string;
  readonly readOnly: boolean;
}

export interface Due {
  readonly at: string;
  readonly state: MapCode;
  /** The map gets its project then. */
  readonly pid?: string;
  /** An initial sync begins then. */
  readonly starts?: Start;
  /** The initial sync of this request ends then; whether the map runs afterwards, its rows decide. */
  readonly ends?: string;
  /** What becomes then of the changes that were queued. */
  readonly queued?: 'written' | 'kept' | 'discarded';
}

/** How an initial sync was asked for. */
export interface Start {
  readonly request: string;
  readonly master: Master;
  /** It fails in finance and operations, or hangs there. */
  readonly fault?: 'broken' | 'endless';
}

/** Whose row stays where both sides have the same key. */
export type Master = 'AX' | 'CRM';

/** A change in Dataverse that a paused map has not written yet. */
export interface Queued {
  readonly row: string;
  /** Why it could not be written when the map went on. */
  readonly error?: string;
}

export interface RowError {
  readonly company: string;
  readonly record: string;
  readonly field: string;
  readonly message: string;
}

/** One map's part of a request; a request for several maps is several of these with one id. */
export interface MapRequest {
  readonly id: string;
  readonly map: string;
  readonly action: string;
  readonly createdAt: string;
  /** When the gateway has begun with it. */
  readonly acceptedAt: string;
  /** When all of it is over; never, as long as that isn't known. */
  endsAt: string;
  error?: string;
  /** An initial sync that waits for the map before it in the same request. */
  waits?: Start;
  readonly activity: string;
}

/** Applying a solution, and its maps when that is over. */
export interface Application {
  readonly id: string;
  readonly solutions: readonly string[];
  readonly createdAt: string;
  readonly endsAt: string;
  readonly activity: string;
  /** Why it will have failed. */
  readonly error?: string;
  settled?: true;
}

/** The initial sync of one map for one company. */
export interface Execution {
  readonly id: string;
  readonly pid: string;
  readonly request: string;
  readonly company: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly master: Master;
  /** What it will do, and once it has ended what it has done: one way, or both. */
  legs: readonly Leg[];
  /** Finance and operations can't copy anything. */
  readonly broken?: true;
  /** Its rows are written. */
  settled?: true;
}

/** The rows that go one way. */
export interface Leg {
  readonly to: 'dataverse' | 'finance';
  readonly exported: number;
  readonly inserted: number;
  readonly updated: number;
  readonly failed: number;
  /** Nothing could be exported, and so many milliseconds went by until that was said; the reason is the first error. */
  readonly stopped?: number;
  /** The first five: more are never shown (initial-sync-guidance). */
  readonly errors: readonly RowError[];
}
