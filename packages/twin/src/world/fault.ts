/** Faults that don't spoil the call itself, but what follows from it: a handler asks for them. */
export type AfterTheFact = 'operation-fails' | 'operation-never-ends' | 'stale-reads';

/** A fault by name, where it strikes and how often. */
export interface Fault {
  readonly kind:
    | 'throttled'
    | 'throttled-silently'
    | 'server-error'
    | 'reset'
    | 'answer-lost'
    | 'slow'
    | 'truncated'
    | 'wrong-content-type'
    | 'wrong-shape'
    | 'unknown-values'
    | 'redirect'
    | 'token-refused'
    | 'step-up-needed'
    | 'consent-missing'
    | AfterTheFact;
  /** A service by name, or any. */
  readonly service?: string;
  readonly endpoint?: string;
  /** How many calls it still strikes. */
  count: number;
  /** Seconds: of Retry-After, or of slowness. */
  readonly seconds?: number;
}
