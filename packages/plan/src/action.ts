import type { Finding, Owner } from './finding.ts';
import type { Message, Text } from './text.ts';

/** One line of the review: what will be written, where. Also the dry run. */
export type Change = Readonly<{ system: string; says: Text; undo: 'possible' | 'by-hand' | 'impossible' }>;

/** What a running action may do. Keys are stable strings: the same key never runs twice after it was stored. */
export interface Verbs {
  /** Runs `act` at least once and stores its answer. Find first, then write: only `write` may change anything. */
  once<T>(key: string, act: (attempt: Attempt) => Promise<T>): Promise<T>;
  say(key: string, says: Text): Promise<void>;
  /** Looks until `poll` answers something, with durable waits in between that survive a restart. */
  until<T>(key: string, wait: Wait, poll: () => Promise<T | undefined>): Promise<T>;
}

/**
 * One try of a step. `unanswered` counts writes of this very step whose outcome nobody knows (a crash, a lost answer),
 * and looks since: above 0, look twice. `write` sends the step's one change and has it journalled; after one without
 * an answer it refuses with `outcome-unknown` for several looks before it sends another, and for `settles` seconds: for so
 * long what was sent may not be there to be seen.
 */
export type Attempt = Readonly<{ unanswered: number; write: Write }>;
type Write = <T>(send: () => Promise<T>, settles?: number) => Promise<T>;

/**
 * A wait for a person or for Microsoft; seconds between looks, and seconds it usually takes. The poll may change its
 * words: other words are told anew.
 */
export type Wait = { says: Text; for: 'person' | 'upstream'; every: number; usually: number };

/** What a person does in Microsoft's own page, while we watch; and what that page may say instead. */
// biome-ignore format: one line
export type Guide = Readonly<{ who: Owner; link: string; steps: readonly Text[]; notice: Text; troubles?: readonly Trouble[] }>;

/** Words of Microsoft's page, word for word, that mean the same: why it says them, and what helps. */
export type Trouble = Readonly<{ says: readonly string[]; cause: Text; who: Owner; steps: readonly Text[] }>;

/** Changes the world, and never declares its own success: what its checks find afterwards does. */
export interface Action<Context> {
  readonly title: Message;
  readonly changes: (context: Context) => Promise<readonly Change[]>;
  /** What stays behind when the person cancels in the middle. */
  readonly left: Message;
  /** Whether a finding of a check that proves it says so; without it, each must pass. */
  readonly holds?: (finding: Finding | undefined) => boolean;
  readonly drivers: {
    readonly automatic?: Runs<Context> & Lawful<Context>;
    readonly guided: Runs<Context> & { guide(context: Context): Promise<Guide> };
  };
}
type Runs<Context> = { run(context: Context, verbs: Verbs): Promise<void> };
/** The code of the problem that keeps whoever asks from it; and that it uses what Microsoft doesn't document. */
type Lawful<Context> = { lacks?(context: Context): Promise<string | undefined>; undocumented?: true };
export type Driver = 'automatic' | 'guided';
