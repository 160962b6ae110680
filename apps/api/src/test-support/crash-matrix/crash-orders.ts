/** Test support: what the crash matrix and its children say to each other. */
import type { Driver } from '@portico/plan/action';
import type { Person } from '@portico/plan/event';
import type { Journal } from '../../journal/journal.ts';
import type { Perform } from '../../operations/run-operation.ts';
import type { Store, StoreConfig } from '../../store/open-store.ts';

export interface SubjectOrder {
  /** URL of a module that is a `SubjectModule`. */
  readonly module: string;
  readonly action: string;
  readonly driver: Driver;
  /** Divides all waits. */
  readonly pace: number;
}

export interface SubjectModule {
  /** Called in the child for each operation, with the settings of its own upstream. */
  // The settings are the subject's own; the harness only carries them.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly open: (settings: any, on: { store: Store; journal: Journal }) => Promise<Opened>;
}

export interface Opened {
  readonly perform: Perform;
  /** Who starts it, where that matters. */
  readonly by?: Person;
  /** Brings the run to where the action may start. Called again when nothing was started before a crash. */
  readonly prepare?: (run: string) => Promise<void>;
}

/** One operation, of which there is one in a run. */
export interface Part {
  readonly operation: string;
  readonly subject: SubjectOrder;
  /** Handed to the subject; goes through JSON. */
  readonly settings: unknown;
}

export interface ChildOrder {
  readonly config: StoreConfig;
  readonly executor: string;
  readonly lease: number;
  /** Operations that must finish by themselves, begun by processes that died. */
  readonly awaited: readonly Part[];
  /** Asks again for an awaited operation of which there is no trace, as a browser that got no answer does. */
  readonly asksAgain: boolean;
  /** Operations to begin, one after the other, and the point to die at. */
  readonly begins: readonly (Part & { readonly dieAt?: string })[];
}

export type ChildSays =
  | { readonly says: 'launched' }
  | { readonly says: 'finished'; readonly operation: string; readonly outcome: string }
  | { readonly says: 'points'; readonly operation: string; readonly points: readonly string[] }
  | { readonly says: 'failed'; readonly error: string };
