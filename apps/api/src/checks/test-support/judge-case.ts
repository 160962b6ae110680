import type { Finding } from '@portico/plan/finding';

/** What was observed, and what the check must make of it: its state and the id of what it says. */
export interface JudgeCase {
  readonly when: string;
  readonly facts: unknown;
  readonly state: Finding['state'];
  readonly says: string;
  /** It is no fault, but what somebody is asked to do here. */
  readonly todo?: true;
  /** Who can do something about it, where it isn't fine. */
  readonly owner?: string;
}

export const link = 'https://example.com/there';
