import type { Evidence } from '@portico/plan/finding';
import type { Cloud } from './cloud.ts';

/** Time, chance and ids from outside, so that tests and simulations own them. */
export interface World {
  now(): Date;
  /** Resolves after that many milliseconds, or rejects when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
  /** A fresh UUID. */
  id(): string;
}

/** On whose behalf and how patiently services are called: one for each check run or operation step. */
export interface Session {
  readonly cloud: Cloud;
  readonly tenant: string;
  /**
   * An access token for a resource; throws a Problem when none can be had. `claims` (JSON) answers a challenge,
   * `refused` is a token that the service has just turned down: whoever caches tokens must not give it again.
   */
  token(audience: string, claims?: string, refused?: string): Promise<string>;
  /** Hears of each call that went out. */
  readonly evidence: (evidence: Evidence) => void;
  /** Interactive: 4 attempts inside 30 s. Durable: one attempt; the operation waits and tries again. */
  readonly patience: 'interactive' | 'durable';
  /**
   * Sessions of one principal that hold the same object share the answers of their GETs: the checks of one run.
   * Without it a session shares only with itself. A durable session never keeps an answer: it polls.
   */
  readonly memo?: object;
  readonly world: World;
  readonly signal?: AbortSignal;
}
