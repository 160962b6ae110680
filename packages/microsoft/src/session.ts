import type { Evidence } from '@portico/plan/finding';
import type { Cloud } from './cloud.ts';

/** Time and chance from outside, so that tests and simulations own them. */
export interface World {
  now(): Date;
  /** Resolves after that many milliseconds, or rejects when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
}

/** On whose behalf and how patiently services are called: one for each check run or operation step. */
export interface Session {
  readonly cloud: Cloud;
  readonly tenant: string;
  /** An access token for a resource; throws a Problem when none can be had. `claims` answers a challenge. */
  token(audience: string, claims?: string): Promise<string>;
  /** Hears of each call that went out. */
  readonly evidence: (evidence: Evidence) => void;
  /** Interactive: 4 attempts inside 30 s. Durable: one attempt; the operation waits and tries again. */
  readonly patience: 'interactive' | 'durable';
  readonly world: World;
  readonly signal?: AbortSignal;
}
