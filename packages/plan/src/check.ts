import type { Finding, Owner } from './finding.ts';
import type { Message } from './text.ts';

/**
 * Looks at the world and judges. `observe` does I/O and only reads; `judge` is pure.
 * `Context` is what the API hands in: services bound to a principal, and the run's answers.
 */
export interface Check<Context, Facts> {
  readonly title: Message;
  readonly why: Message;
  readonly owner: Owner;
  /** Checks that must pass first; while one doesn't, this one is skipped with that reason. */
  readonly after: readonly string[];
  observe(context: Context): Promise<Facts>;
  judge(facts: Facts): Finding;
}
