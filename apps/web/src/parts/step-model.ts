import type { PublicConfig } from '@portico/contract/public-config';
import type { ActionId, GroupId, StepId } from '@portico/contract/plan';
import type { Choice, routes } from '@portico/contract/routes';
import type { Answered } from '@portico/http/endpoint';
import type { Driver } from '@portico/plan/action';
import type { Gate } from '@portico/plan/gate';
import type { Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import type { Draft } from '../data/drafts.ts';
import type { Loaded } from '../data/loaded.ts';
import type { ApiProblem } from '../data/api-problem.ts';
import type { SignInWays } from './sign-in-ways.tsx';
import type { Updating } from './update/update-model.ts';

export type Review = Answered<(typeof routes)['reviewAction']>;

/** One thing that the person can tell the run to do. */
export interface Do<Args extends readonly unknown[]> {
  run(...args: Args): unknown;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
}

export interface PlaceInPlan {
  readonly id: StepId;
  readonly title: string;
  readonly href: string;
}

/** Asking somebody else: by a check that doesn't pass, or by what waits for a person already. */
export interface HandOver {
  readonly give: Do<[asked: { check: string } | { operation: string }, to: string, days: number]>;
  /** The link that was just made; it is shown once. */
  readonly made: { readonly operation: string; readonly to: string; readonly link: string } | undefined;
  readonly forget: () => void;
  readonly takeBack: Do<[operation: string, handOff: string]>;
  /** Ends what only watches. */
  readonly stop: Do<[operation: string]>;
}

/** Interrupting or taking back what a step did: one action at a time is asked for, with its own dry run. */
export interface Later {
  readonly asked: ActionId | undefined;
  readonly ask: (action: ActionId | undefined) => void;
  readonly review: StepModel['review'];
  readonly start: Do<[driver: Driver, confirmed?: string]>;
}

/** Whom to invite: lists to choose from, and the link of one who is invited, shown until it is forgotten. */
export interface Invitees {
  readonly contacts: Loaded<readonly Choice[]>;
  readonly accounts: Loaded<readonly Choice[]>;
  readonly search: (kind: 'contacts' | 'accounts', words: string) => void;
  readonly show: Do<[contact: string]>;
  /** Without an address there is no invitation that is open. */
  readonly link: { readonly contact: string; readonly address: string | undefined } | undefined;
  readonly forget: () => void;
}

/** Everything a step's screen is drawn from. No part below reaches for the network by itself. */
export interface StepModel {
  readonly run: string;
  readonly step: Step & { readonly id: StepId; readonly group: GroupId };
  /** What the step does next, if it does something. */
  readonly action: ActionId | undefined;
  readonly title: string;
  readonly why: string;
  readonly number: number;
  readonly total: number;
  readonly state: RunState;
  readonly gate: Gate;
  readonly config: PublicConfig;
  /** The step before this one that needs repair, where this one was done. */
  readonly repair: PlaceInPlan | undefined;
  /** The step after this one, if there is one. */
  readonly next: PlaceInPlan | undefined;
  /** Between this step and the next one: looked at, and nothing to do. */
  readonly passedOver: readonly PlaceInPlan[];
  readonly place: (step: string) => PlaceInPlan | undefined;
  /** Pick lists that the view asked for. */
  readonly choices: Loaded<readonly Choice[]> & { readonly again?: () => void };
  /** The dry run of the step's action, once its checks pass. */
  readonly review: Loaded<Review> & { readonly again?: () => void };
  readonly answer: Do<[body: unknown]>;
  readonly check: Do<[checks?: readonly string[]]>;
  readonly start: Do<[driver: Driver]>;
  readonly nudge: Do<[operation: string]>;
  readonly cancel: Do<[operation: string]>;
  readonly later: Later;
  readonly override: Do<[check: string, given: { reason: string; days: number; found: string }]>;
  readonly withdraw: Do<[check: string]>;
  readonly handOver: HandOver;
  readonly invitees: Invitees;
  readonly update: Updating;
  readonly download: Do<[]>;
  /** When we look again by ourselves at what stops the step; milliseconds since 1970. */
  readonly nextLook?: number | undefined;
  readonly leave: () => void;
  readonly ways: SignInWays;
  /** What the person typed here and hasn't sent. */
  readonly draft: Draft;
  /** The page was come to by a sign-in: what was refused for want of one is looked at again. */
  readonly signedIn: boolean;
  /** The person's object id, as events name people. */
  readonly me: string;
}
