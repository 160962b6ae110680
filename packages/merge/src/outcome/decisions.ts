import type { Value } from '../canonical/content.ts';

/**
 * What somebody decided of one cell. `mine` and `theirs` settle what conflicts and keep what goes together; of a cell
 * without a conflict they take that side. `both`: mine, then theirs; of a text or a set. `region` is one conflict of a
 * text, counted from 0; then the others need decisions of their own, or one of the whole cell.
 */
export type Choice =
  | {
      readonly record: string;
      readonly cell: string;
      readonly take: 'mine' | 'theirs' | 'both';
      readonly region?: number;
    }
  | {
      readonly record: string;
      readonly cell: string;
      readonly take: 'edit';
      readonly value: Value | undefined;
    };

/** For all conflicts of a kind that have no choice of their own. A rule ticks nothing. */
export interface Rule {
  readonly table?: string;
  readonly cell?: string;
  readonly take: 'mine' | 'theirs';
  /** Not for what decides who may do what, or what is safe. */
  readonly spares?: 'guarded';
}

export interface Decisions {
  readonly choices: readonly Choice[];
  /** Cells that were decided when they said something else. Without a choice of now they are open, even where all goes together. */
  readonly outdated?: readonly Pick<Choice, 'record' | 'cell'>[];
  /** The first that fits counts. */
  readonly rules: readonly Rule[];
  /** By record. */
  readonly ticks: Readonly<Record<string, Tick>>;
}

/**
 * Of a record that decides who may do what: whether the change that was shown may be made. Another change of the same
 * record, by a newer template or another choice, needs another tick. No keeps the live row as it is.
 */
export interface Tick {
  readonly allow: boolean;
  readonly shown: string;
}

export const undecided: Decisions = { choices: [], rules: [], ticks: {} };

/** Why nothing can be applied yet. */
export type Open =
  | {
      readonly why: 'conflict';
      readonly record: string;
      readonly cell: string;
      readonly regions?: readonly number[];
      readonly outdated?: true;
    }
  | {
      readonly why: 'needs-tick';
      readonly record: string;
      readonly effect: 'wider' | 'unclear';
      readonly shown: string;
    }
  /** It refers to a record that would no longer be there. */
  | {
      readonly why: 'refers-to-gone';
      readonly record: string;
      readonly cell: string;
      readonly target: string;
    }
  | { readonly why: 'question'; readonly theirs: readonly string[] };
