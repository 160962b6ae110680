import { Problem } from '@portico/contract/problems';
import type { UpdateChoice } from '@portico/contract/update';
import { decide, type Decision } from '@portico/merge/decide';
import { Incomparable } from '@portico/merge/match';
import type { Decisions } from '@portico/merge/outcome/decisions';
import { type Merged, mergeInThread } from '../merge/merge-in-thread.ts';
import type { Kept, SiteArchive } from './archive.ts';
import { answersIn, decisionsIn, fits, standingIn } from './decisions-of.ts';

/** The three snapshots that an update is made of. */
export interface KeptSides {
  readonly baseline: Kept<'baseline'>;
  readonly live: Kept<'live'>;
  readonly template: Kept<'template'>;
}

export interface Merging extends Merged {
  readonly sides: KeptSides;
  readonly decisions: Decisions & {
    /** What was decided of cells that say something else now, as it was made: it counts for nothing. */
    readonly outdated: readonly UpdateChoice[];
  };
  readonly decision: Decision;
}

/** Undefined until each side was read once. */
export async function keptSides(archive: Pick<SiteArchive, 'latest'>): Promise<KeptSides | undefined> {
  const [baseline, live, template] = await Promise.all([
    archive.latest('baseline'),
    archive.latest('live'),
    archive.latest('template'),
  ]);
  return baseline && live && template ? { baseline, live, template } : undefined;
}

/** Merges three snapshots, and applies what was decided. */
export type Merge = (sides: KeptSides, choices: readonly UpdateChoice[]) => Promise<Merging>;

/**
 * A merge of the same snapshots is made once, however many decisions are taken on it.
 * @param most how many merges are kept: each of a site somebody is deciding about
 */
export function createMerge(merge: typeof mergeInThread = mergeInThread, most = 4): Merge {
  const made = new Map<string, Promise<Merged>>();
  return async (sides, choices) => {
    const answers = answersIn(choices);
    const [base, ours, theirs] = [sides.baseline, sides.live, sides.template];
    const key = JSON.stringify([base.id, ours.id, theirs.id, answers]);
    const known = made.get(key);
    const merging =
      known ??
      merge({
        sides: {
          base: base.content.snapshot,
          ours: ours.content.snapshot,
          theirs: theirs.content.snapshot,
        },
        answers,
      });
    made.delete(key);
    made.set(key, merging);
    for (const old of [...made.keys()].slice(0, -most)) made.delete(old);
    try {
      const merged = await merging;
      const [standing, outdated] = standingIn(merged.site, choices);
      const decisions = decisionsIn(standing);
      const fit = {
        ...decisions,
        choices: decisions.choices.filter((each) => fits(merged.site, each)),
        outdated,
      };
      return { ...merged, sides, decisions: fit, decision: decide(merged.site, fit) };
    } catch (error) {
      made.delete(key);
      throw incomparable(error);
    }
  };
}

/** A thread's failure comes without its class. */
function incomparable(error: unknown): unknown {
  const said = error instanceof Error ? /differ in their (\w+)/.exec(error.message) : null;
  if (!(error instanceof Incomparable) && !said) return error;
  return new Problem('sites-incomparable', { values: { differ: said?.[1] ?? '' } });
}
