import type { Drawn } from '@portico/merge/draw/draw-page';
import type { RecordChange, RecordState } from '@portico/merge/merge-record';
import type { Value } from '@portico/merge/canonical/content';
import type { Write } from '@portico/merge/plan';
import type { MergedCell } from '@portico/merge/values/merge-cell';
import { z } from 'zod';

/** What a cell holds: a scalar, or the members of a set in order; null takes it away. */
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** One decision about an update; each is saved by itself, so two people at once decide side by side. */
export const updateChoice = z.discriminatedUnion('kind', [
  /** Of one cell of a record, or of one conflict in its text, counted from 0. `value` goes with `edit`. */
  z.strictObject({
    kind: z.literal('cell'),
    record: z.guid(),
    cell: z.string().max(200),
    region: z.number().int().min(0).optional(),
    take: z.enum(['mine', 'theirs', 'both', 'edit']),
    value: cellValue.optional(),
    /** What was shown of the cell: of anything else it decides nothing. One of an earlier release has none, and counts. */
    of: z.string().max(64).optional(),
  }),
  /** For all conflicts of a kind that have no decision of their own; without a table of every kind, but for rights. */
  z.strictObject({
    kind: z.literal('rule'),
    table: z.string().max(200).optional(),
    cell: z.string().max(200).optional(),
    take: z.enum(['mine', 'theirs']),
  }),
  /** Whether a change to who may do what may be made: the change that was shown, and no other. */
  z.strictObject({
    kind: z.literal('tick'),
    record: z.guid(),
    allow: z.boolean(),
    shown: z.string(),
  }),
  /** Which record of the site one of the template is, or that it is a new one. */
  z.strictObject({ kind: z.literal('same'), theirs: z.guid(), is: z.union([z.guid(), z.literal('new')]) }),
  /** How far “take the update back” goes: to before this update, with all after it. It decides nothing about a record. */
  z.strictObject({ kind: z.literal('back'), update: z.string().max(200) }),
]);
export type UpdateChoice = z.output<typeof updateChoice>;

/** What a decision is about: a later one of the same key takes its place. */
export function keyOfChoice(choice: UpdateChoice): string {
  switch (choice.kind) {
    case 'cell':
      return ['cell', choice.record, choice.cell, choice.region ?? ''].join(' ');
    case 'rule':
      return ['rule', choice.table ?? '*', choice.cell ?? '*'].join(' ');
    case 'tick':
      return `tick ${choice.record}`;
    case 'same':
      return `same ${choice.theirs}`;
    case 'back':
  }
  return 'back';
}

/** A record that somebody changed, as a list shows it. What nobody changed isn't sent. */
export interface UpdateRecord {
  readonly id: string;
  /** Logical name: `adx_webpage`. */
  readonly table: string;
  /** What a person calls it. */
  readonly title: string;
  /** What tells it from others of that name: the page above it, its address, its language. */
  readonly where?: string;
  /** By whom, since the baseline; `different`: by both, each in its own way. */
  readonly state: Exclude<RecordState, 'unchanged'>;
  readonly change: RecordChange;
  /** Which of the two has it, where it isn’t on both. */
  readonly only?: 'ours' | 'theirs';
  /** Cells that both changed and that don't go together, and how many of them nobody has decided yet. */
  readonly conflicts: number;
  readonly open: number;
  /** It decides who may do what, or what is safe: no decision for all kinds holds for it. */
  readonly guarded?: true;
  /** What would be written lets people do less than today: nobody has to allow that, and it should be known. */
  readonly narrower?: true;
  /** It decides who may do what, and what would be written makes that wider or can’t be judged. */
  readonly tick?: { readonly effect: 'wider' | 'unclear'; readonly shown: string; readonly allow?: boolean };
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly where?: string;
}
/** Which record of the site is which of the template: only a person can say. */
export interface UpdateQuestion {
  readonly kind: 'ambiguous' | 'renamed';
  readonly table: string;
  readonly theirs: readonly Named[];
  readonly candidates: readonly Named[];
}

/** A text that would not parse: nothing is applied while there is one. */
export interface UpdateFault {
  readonly record: string;
  readonly cell: string;
  readonly faults: readonly { readonly language: string; readonly line: number; readonly says: string }[];
}

/** Records to write, each by what happens to it first. */
export const updateWrites = z.object({
  create: z.number(),
  update: z.number(),
  link: z.number(),
  deactivate: z.number(),
  reactivate: z.number(),
});
export type UpdateWrites = z.output<typeof updateWrites>;

/** What a new template and a site come to, with what is decided so far. */
export interface UpdateOverview {
  readonly sides: {
    /** `inferred`: none was taken in time; rows that nobody touched stand for it. */
    readonly baseline: { readonly at: string; readonly origin: 'captured' | 'inferred' };
    readonly live: { readonly at: string; readonly records: number };
    readonly template: { readonly at: string; readonly records: number };
  };
  readonly records: readonly UpdateRecord[];
  readonly questions: readonly UpdateQuestion[];
  /** Records that would refer to one that is no longer there. */
  readonly gone: readonly { readonly record: string; readonly cell: string; readonly target: Named }[];
  /** Texts that name a record which isn't there as it is decided: they are drawn without it, and nothing waits for them. */
  readonly named: readonly { readonly record: string; readonly cell: string; readonly target: Named }[];
  readonly faults: readonly UpdateFault[];
  /** Records of the template that this site can't have, such as pages in a language that it hasn't got. */
  readonly leftOut: number;
  /** Decisions about what isn't there any more, or says something else now. */
  readonly stale: number;
  /** Keys of those among them that are about a cell which says something else now. */
  readonly outdated: readonly string[];
  /** Records that would be written as it is decided now, each once; those that wait for somebody aren’t among them. */
  readonly writes: UpdateWrites;
}

/** All that an update writes, in order, with what was there before; whole, as it is sent. */
export interface UpdatePlanFile {
  readonly title: string;
  readonly site: string;
  readonly environment: string;
  /** When each side was read, ISO 8601. */
  readonly readAt: Readonly<Record<'site' | 'template' | 'baseline', string>>;
  readonly solutions: readonly unknown[];
  readonly writes: readonly (Write & {
    readonly number: number;
    readonly record: string;
    readonly where?: string;
  })[];
  /** Names of the records whose ids stand in the writes. */
  readonly names: Readonly<Record<string, string>>;
}

/** One record, side by side. By column or relationship; `presence`: whether it is there; `body`: a file's content. */
export interface UpdateRecordDetail {
  readonly id: string;
  readonly table: string;
  readonly title: string;
  /** How it was at first can’t be shown: it wasn’t there yet, or nobody kept it. */
  readonly first?: 'new' | 'unknown';
  readonly cells: readonly UpdateCell[];
}
export interface UpdateCell {
  readonly name: string;
  readonly merged: MergedCell;
  /** A mark of what all sides say here: a decision bears it. */
  readonly shown: string;
  /** Somebody decided it when it said something else: it is open again, whether it conflicts or not. */
  readonly outdated?: true;
  /** What would be written as it is decided now; absent while it is open. */
  readonly becomes?: { readonly value: Value | null };
  /** Of a text's conflicts, in order: what each would be word by word. Offered, never taken by itself. */
  readonly suggestions?: readonly (string | null)[];
  /** Names of records whose ids stand in this cell. */
  readonly names: Readonly<Record<string, string>>;
}

/** The page on which a record is seen, drawn from records alone; without one where it stands on none, or isn't there. */
export interface UpdatePreview {
  readonly id: string;
  readonly before?: Drawn;
  /** With what is decided so far; where nobody has decided yet, the site stays as it is. */
  readonly after?: Drawn;
  /** How many things nobody has decided yet, in the whole update. */
  readonly open: number;
  /** Drawing it was stopped: it takes more than a page may. */
  readonly endless?: true;
}
