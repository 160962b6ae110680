/** Test support: what the crash matrix and its children say to each other. */
import type { Driver } from '@portico/plan/action';
import type { StoreConfig } from '../../store/open-store.ts';
import type { Perform } from '../../operations/run-operation.ts';

export interface SubjectOrder {
  /** URL of a module that is a `SubjectModule`. */
  readonly module: string;
  /** Handed to it; goes through JSON. */
  readonly settings: unknown;
  readonly action: string;
  readonly driver: Driver;
  /** Divides all waits. */
  readonly pace: number;
}

export interface SubjectModule {
  // The settings are the subject's own; the harness only carries them.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly perform: (settings: any) => Perform;
}

export interface ChildOrder {
  readonly config: StoreConfig;
  readonly subject: SubjectOrder;
  readonly executor: string;
  readonly lease: number;
  /** Operations that must finish by themselves, begun by processes that died. */
  readonly awaited: readonly string[];
  /** Asks again for an awaited operation of which there is no trace, as a browser that got no answer does. */
  readonly asksAgain: boolean;
  /** An operation to begin, and the number of the point to die at. */
  readonly begin?: { readonly operation: string; readonly dieAt?: number };
}

export type ChildSays =
  | { readonly says: 'launched' }
  | { readonly says: 'finished'; readonly operation: string; readonly outcome: string }
  | { readonly says: 'points'; readonly points: readonly string[] }
  | { readonly says: 'failed'; readonly error: string };
