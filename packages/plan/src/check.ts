import type { Finding, Owner } from './finding.ts';
import type { Message } from './text.ts';

/** Looks at the world and judges. `Context` is what the API hands in: services for a principal, and the answers. */
export interface Check<Context, Facts> {
  readonly title: Message;
  readonly why: Message;
  readonly owner: Owner;
  /** Checks that must pass first; while one doesn't, this one is skipped with that reason. */
  readonly after: readonly string[];
  /** Does I/O and only reads. */
  observe(context: Context): Promise<Facts>;
  /** Pure. */
  judge(facts: Facts): Finding;
}
