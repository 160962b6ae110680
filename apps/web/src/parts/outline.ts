import type { StepId } from '@portico/contract/plan';
import type { Status } from '@portico/plan/gate';

/** The plan as a person sees it: groups with their steps, each with where it stands. */
export interface Outline {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly steps: readonly OutlineStep[];
  }[];
  readonly total: number;
}

export interface OutlineStep {
  readonly id: StepId;
  /** Of later days, and no part of the count, it has none. */
  readonly number: number | undefined;
  readonly title: string;
  readonly hint: string;
  readonly href: string;
  readonly status: Status;
  /** How many of its checks pass and yet say something worth knowing. */
  readonly heed: number;
  /** How many of its checks somebody decided to go on without, where it is done. */
  readonly without?: number;
  /** There is nothing to do in it: it is read. */
  readonly reads?: boolean;
  /** Of later days, and begun whenever there is a reason. */
  readonly recurring?: boolean;
  /** It was done, and this one before it needs repair. */
  readonly repair?: string | undefined;
}
