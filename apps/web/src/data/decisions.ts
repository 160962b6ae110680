import { keyOfChoice, updateChoice, type UpdateChoice } from '@portico/contract/update';
import type { Person } from '@portico/plan/event';
import type { RunState } from '@portico/plan/reduce';
import type { ApiProblem } from './api-problem.ts';

/** A decision on its way to the API. `seq`: the number of its event, once the API has it. */
export interface Sent {
  readonly choice: UpdateChoice;
  readonly withdraw: boolean;
  /** The event that this one would have taken the place of. */
  readonly seen: number;
  readonly seq?: number;
  readonly problem?: ApiProblem;
}

/** Where one decision stands, as this tab knows it. */
export interface Standing {
  /** What counts: what was sent last, else what the journal has; absent when nothing is decided. */
  readonly choice?: UpdateChoice;
  readonly by?: Person | null;
  readonly at?: string;
  /** The event that a new decision takes the place of; 0: there is none. */
  readonly seq: number;
  readonly saving: boolean;
  /** What was decided when something else was shown: it counts for nothing any more. */
  readonly outdated?: UpdateChoice;
  /** What this person wanted and didn't get; it is kept until they decide again. */
  readonly refused?: Required<Pick<Sent, 'choice' | 'withdraw' | 'seen' | 'problem'>>;
}

/** A decision as the journal keeps it; one of another build of ours is none. */
export const choiceOf = (kept: unknown): UpdateChoice | undefined => updateChoice.safeParse(kept).data;

/** What was written by hand, where that was decided. */
export const writtenIn = (choice: UpdateChoice | undefined) =>
  choice?.kind === 'cell' && choice.take === 'edit' ? choice : undefined;

export function standingOf(
  choices: RunState['choices'],
  sent: Readonly<Record<string, Sent>>,
  key: string,
): Standing {
  const kept = choices[key];
  const mine = sent[key];
  const { by, at, seq = 0 } = kept ?? {};
  const stands = { choice: choiceOf(kept?.choice), by, at, seq, saving: false };
  if (!mine) return stands;
  const { choice, withdraw, seen, problem } = mine;
  if (problem) return { ...stands, refused: { choice, withdraw, seen, problem } };
  // The journal has it, or something newer: that counts.
  if (mine.seq !== undefined && mine.seq <= seq) return stands;
  return { seq, saving: true, ...(withdraw ? {} : { choice }) };
}

/** What this person decided in this tab, oldest first, with what stood there before. */
export interface Made {
  readonly choice: UpdateChoice;
  readonly before?: UpdateChoice;
  readonly seq: number;
}

/** What takes back the last decision: the one before comes back, or none. */
export interface Undo {
  readonly choice: UpdateChoice;
  readonly withdraw: boolean;
}

/** @returns undefined when there is nothing to take back, or somebody has decided the same anew meanwhile */
export function undoOf(made: readonly Made[], choices: RunState['choices']): Undo | undefined {
  const last = made.at(-1);
  if (!last) return undefined;
  const now = choices[keyOfChoice(last.choice)]?.seq ?? 0;
  if (now > last.seq) return undefined;
  return last.before ? { choice: last.before, withdraw: false } : { choice: last.choice, withdraw: true };
}

/** Without the last one; an older decision about the same is what stands now, under the number `seq`. */
export function undone(made: readonly Made[], seq: number): readonly Made[] {
  const last = made.at(-1);
  if (!last) return made;
  const key = keyOfChoice(last.choice);
  const rest = made.slice(0, -1);
  const older = rest.findLastIndex(({ choice }) => keyOfChoice(choice) === key);
  return rest.map((one, index) => (index === older ? { ...one, seq } : one));
}
