import type { Cloud } from '@portico/microsoft/cloud';
import type { PublicConfig } from '@portico/contract/public-config';
import type { Person } from '@portico/plan/event';
import type { Logger } from 'pino';
import type { UnderWay } from './http/under-way.ts';
import type { Journal } from './journal/journal.ts';
import type { Operations } from './operations/operations.ts';
import type { HandOffs } from './plan/hand-over.ts';
import type { TakeOver } from './plan/take-over.ts';
import type { Wizard } from './plan/wizard.ts';
import type { ReadKnown } from './site-config/known-templates.ts';
import type { Predict } from './site-config/predict.ts';
import type { Runs } from './store/runs.ts';

/** Every long-lived object, once. Handlers take from it what they name. */
export interface Context {
  readonly cloud: Cloud;
  /** As it is now: a rehearsal's world may be another one meanwhile. */
  readonly publicConfig: () => PublicConfig;
  readonly store: { readonly kind: 'postgres' | 'embedded'; readonly healthy: () => Promise<boolean> };
  readonly runs: Runs;
  readonly journal: Journal;
  readonly operations: Operations;
  readonly wizard: Wizard;
  readonly handOffs: HandOffs;
  /** Where people open us, without a slash at the end. */
  readonly address: string;
  readonly takeOver: TakeOver;
  /** Which templates a tenant's set-ups have met, and what their sites stand on. */
  readonly known: ReadKnown;
  /** What taking one of them over would come to. */
  readonly predict: Predict;
  readonly log: Logger;
  /** Does what nobody waits for; `failed` is what the log says should it fail. */
  readonly aside: (failed: string, work: Promise<unknown>) => void;
  /** Whatever still uses the store when the service is stopped. */
  readonly underWay: UnderWay;
  readonly now: () => Date;
  /** Reads who calls from an Authorization header; throws a Problem when it isn't good. */
  authenticate(authorization: string | undefined): Promise<Person>;
}
