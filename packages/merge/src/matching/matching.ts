import type { SiteRecord } from '../record.ts';
import type { Snapshot } from '../snapshot.ts';

/** Three states of one site: as it was provisioned, as it is, and as the newest template provisions it elsewhere. */
export interface Sides {
  readonly base: Snapshot;
  readonly ours: Snapshot;
  readonly theirs: Snapshot;
}

/** One record on each side that has it. `id` is its id in the live environment, or the one it would get there. */
export interface Match {
  readonly id: string;
  readonly base?: SiteRecord;
  readonly ours?: SiteRecord;
  readonly theirs?: SiteRecord;
}

/**
 * What only a person can say: which of the site's records a record of the template is. `ambiguous`: several have its
 * name; `renamed`: none has, but one that the template lacks says the same.
 */
export interface Question {
  readonly kind: 'ambiguous' | 'renamed';
  readonly table: string;
  /** Ids in the template. */
  readonly theirs: readonly string[];
  /** Ids in the site. */
  readonly candidates: readonly string[];
}

/** By id in the template: the id of the site's record, or `new` when it is none of them. */
export type Answers = Readonly<Record<string, string>>;

export interface Matching {
  readonly matches: readonly Match[];
  /** While there are any, what they are about is in no match, and nothing can be applied. */
  readonly questions: readonly Question[];
  /** Records of the template that this site can't have, such as pages in a language that it hasn't got. */
  readonly leftOut: readonly SiteRecord[];
  /** From ids of the baseline and of the template to those of the matches. */
  readonly ids: { readonly base: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> };
  /** There was no baseline in time: what only one side has may have been deleted by the other. */
  readonly inferred: boolean;
  /** Ids of the template's records that have no counterpart here; none of them may get into the live site. */
  readonly strangers: ReadonlySet<string>;
  /** Rows of the live site that are deactivated, by id. */
  readonly inactive: ReadonlyMap<string, SiteRecord>;
}

export interface MatchOptions {
  readonly answers?: Answers;
  /** The id that a record of the template gets when it is created here: the same whenever it is asked. */
  readonly newId: (theirs: SiteRecord) => string;
}
