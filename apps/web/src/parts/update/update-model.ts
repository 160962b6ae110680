import type { Choice } from '@portico/contract/routes';
import type {
  UpdateOverview,
  UpdatePlanFile,
  UpdatePreview,
  UpdateRecordDetail,
} from '@portico/contract/update';
import type { Draft } from '../../data/drafts.ts';
import type { useSnapshots } from '../../data/use-snapshots.ts';
import type { Loaded } from '../../data/loaded.ts';
import type { Command } from '../../data/use-command.ts';
import type { Decisions } from '../../data/use-decisions.ts';

export type Snapshots = ReturnType<typeof useSnapshots>;

/** A new template beside the site, as its screens need it. */
export interface Updating {
  /** Sites of the environment that somebody looks in, to compare with. */
  readonly sites: Loaded<readonly Choice[]>;
  /** Templates that set-ups here have met. */
  readonly templates: Loaded<readonly Choice[]> & { readonly again?: () => void };
  /** One of them that the link to this step proposes. */
  readonly proposed: string | undefined;
  readonly lookIn: (environment: string) => void;
  /** Both sides were read, so there is something to show. */
  readonly compared: boolean;
  readonly overview: Loaded<UpdateOverview> & { readonly again?: () => void };
  /** Something was decided that the overview doesn’t know yet: its counts are those from before. */
  readonly counting: boolean;
  /** The record that is open; it stands in the address. */
  readonly record: string | undefined;
  readonly hrefOf: (record: string | undefined) => string;
  readonly detail: Loaded<UpdateRecordDetail> & { readonly again?: () => void };
  /** The page on which the open record is seen; read only while somebody looks at it. */
  readonly preview: Loaded<UpdatePreview> & { readonly again?: () => void };
  readonly lookAtPreview: (looking: boolean) => void;
  readonly decisions: Decisions;
  /** Where a text that is being written is kept until it is saved. */
  readonly draftOf: (name: string) => Draft;
  readonly snapshots: Snapshots;
  /** The list of writes, as a file: as JSON, or as it is drawn for people. */
  readonly savePlan: Pick<Command<[]>, 'busy' | 'problem'> & {
    run(draw?: (plan: UpdatePlanFile) => string): unknown;
  };
}
