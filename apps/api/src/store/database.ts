import type { Driver } from '@portico/plan/action';
import type { Person, RunEvent } from '@portico/plan/event';
import type { Text } from '@portico/plan/text';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type HandOffState = Extract<RunEvent, { type: 'hand-off' }>['state'];
type Time = ColumnType<Date, Date | string, Date | string>;

/** What a list says of a site that was kept, without opening it. Times are ISO 8601. */
export interface About {
  readonly fingerprint: string;
  readonly website: string;
  /** Where a site was read, lower case; an earlier release didn't keep it. */
  readonly environment?: string;
  /** LCID. */
  readonly language: number;
  readonly model: string;
  /** All that a template made and nothing else, so that it may be the template of another site. */
  readonly whole: boolean;
  /** Put together from what nobody had touched: which template that was can't be said. */
  readonly inferred: boolean;
  /** When the site was as it says; of a folder, when it was given. */
  readonly taken: string;
  /** When the site was made, where that is known. */
  readonly made?: string;
  /** Of the site, or of the file or folder. */
  readonly name: string;
  readonly from: 'site' | 'file' | 'folder';
  /** Records that somebody had changed. */
  readonly touched: number;
  /** The kept template that was taken over. */
  readonly took?: string;
}

/** Our tables. DBOS keeps its own in the schema `dbos`. */
export interface Database {
  runs: {
    /** 128 random bits: whoever has it was given it. */
    id: string;
    tenant: string;
    title: string;
    /** Chosen by the browser; the same key in one tenant is the same run. */
    key: string;
    created_at: Time;
    created_by: JSONColumnType<Person>;
    /** The head of the journal; its row lock makes the numbers gapless. */
    seq: Generated<number>;
    hash: Buffer;
  };
  events: {
    run: string;
    seq: number;
    /** Makes appending repeatable; further events of the same append carry `key#1`, `key#2`, … */
    key: string | null;
    at: Time;
    by: ColumnType<Person | null, string | null, string | null>;
    event: JSONColumnType<RunEvent>;
    hash: Buffer;
    prev: Buffer;
  };
  /** Sealed token caches: `value` is encrypted before it comes here. */
  sealed: { tenant: string; holder: string; kind: string; value: Buffer; updated_at: Time };
  executors: { id: string; started_at: Time; beat_at: Time };
  operations: {
    id: string;
    run: string;
    tenant: string;
    /** Whose sign-in it runs under. */
    person: string;
    action: string;
    driver: Driver;
    by: JSONColumnType<Person>;
    /** What stays behind when it is cancelled. */
    left: ColumnType<Text | null, string | null, never>;
    /** Divides all waits: rehearsals run faster. */
    pace: number;
    started_at: Time;
    finished_at: ColumnType<Date | null, never, Date>;
    cancelling: Generated<boolean>;
    /** Raised by whoever runs it; an execution that holds an older one has been taken over. */
    fence: Generated<number>;
  };
  /** Tries of a step whose outcome nobody knows; see operations/unanswered.ts. */
  tries: { operation: string; key: string; unanswered: number; sent_at: Time | null };
  /** A wait that outlives the process: when the next try of this key may be, and how many there were. */
  waits: {
    operation: string;
    key: string;
    kind: 'poll' | 'throttle' | 'fault' | 'sign-in';
    /** Throttles and faults in a row: they double the wait. */
    tries: number;
    /** Faults in a row: they count against the limit. */
    faults: number;
    next_at: Time;
    /** How often the journal was told, and what it was told last. */
    told: number;
    telling: string;
    /** What the sign-in that is waited for must prove: a claims challenge, as its service sent it. */
    challenge: string | null;
  };
  /** Links onto waiting operations. What the journal says of them, with what a link is found by. */
  hand_offs: {
    /** 128 random bits, as the journal names it. */
    id: string;
    operation: string;
    run: string;
    tenant: string;
    /** Chosen by the browser; the same key on one operation is the same hand-off. */
    key: string;
    recipient: string;
    /** SHA-256 of the link's token, which is stored nowhere. */
    hash: Buffer;
    expires_at: Time;
    state: HandOffState;
  };
  /** What was read of sites and written to them, gzipped JSON; `role` says what it is. */
  archived: {
    id: string;
    run: string;
    role: string;
    at: Time;
    seq: Generated<string>;
    content: Buffer;
    /** Of baselines and templates: what they say, wherever they were made. */
    fingerprint: string | null;
    /** What a list says of it without opening it. Absent until it is asked for, where it was kept before. */
    about: ColumnType<About | null, string | null, string | null>;
  };
  /** Files of sites that are no text, by the SHA-256 of their bytes; no tenant meets another one's. */
  site_files: { tenant: string; hash: string; content: Buffer };
}
