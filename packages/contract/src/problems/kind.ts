import type { Message } from '@portico/plan/text';

export interface ProblemKind {
  readonly status: number;
  readonly title: Message;
  readonly remedy: Message;
  /** When it makes sense to try again. */
  readonly retry: 'never' | 'now' | 'later' | 'after-sign-in';
}

export const kind = (
  status: number,
  retry: ProblemKind['retry'],
  title: Message,
  remedy: Message,
): ProblemKind => ({
  status,
  retry,
  title,
  remedy,
});
