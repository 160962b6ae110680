import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { Plan } from '@portico/merge/plan';
import type { RunState } from '@portico/plan/reduce';
import type { Merging } from '../../../site-config/merge-kept.ts';
import { knowsNoSets, overviewOf, planOf } from '../../../site-config/overview.ts';
import { baselineOf, lookAtSite, lookAtTemplate, updateOf } from '../../../site-config/read-sites.ts';
import { shownOf } from '../../../site-config/shown-of.ts';
import type { Targets } from '../../../targets/targets.ts';
import type { Chance } from '../../seeded.ts';

type Choices = Record<string, RunState['choices'][string]>;

interface Means {
  readonly targets: Targets;
  readonly choices: Choices;
  readonly chance: Chance;
}

/** What somebody decided, having seen the site. */
export interface Decided {
  readonly plan: Plan;
  /** Whether they decided against what stands in a cell of a record. */
  readonly forgoes: (record: string, cell: string) => boolean;
  /** Whether they have seen what changes in who may do what, and want it so. */
  readonly ticked: (record: string) => boolean;
}

/** Looks at all three sides, and decides whatever is open until nothing is. */
export async function lookAndDecide({ targets, choices, chance }: Means): Promise<Decided> {
  await baselineOf(targets);
  await lookAtTemplate(targets);
  await lookAtSite(targets);
  for (let round = 0; round < 12; round += 1) {
    const merging = await updateOf(targets);
    if (!merging) throw new Error('All three sides were read.');
    const plan = planOf(merging);
    const ticked = (record: string) => merging.decisions.ticks[record]?.allow === true;
    if (plan) return { plan, forgoes: forgoneIn(merging), ticked };
    for (const choice of await choicesFor(merging, chance)) {
      const seq = 1 + Math.max(0, ...Object.values(choices).map((each) => each.seq));
      choices[keyOfChoice(choice)] = { step: 'update', choice, seq, at: '', by: null };
    }
  }
  const { decision } = (await updateOf(targets)) ?? {};
  throw new Error(`This stays open: ${JSON.stringify(decision?.open)}`);
}

async function choicesFor(merging: Merging, chance: Chance): Promise<readonly UpdateChoice[]> {
  const { site } = merging;
  const { records, questions } = await overviewOf(merging);
  const ticks = records.flatMap(({ id, tick }): UpdateChoice[] =>
    tick && tick.allow === undefined
      ? [{ kind: 'tick', record: id, allow: chance.next() < 0.8, shown: tick.shown }]
      : [],
  );
  const conflicts = merging.decision.open.flatMap((open): UpdateChoice[] => {
    const either = chance.pick(['mine', 'theirs'] as const);
    const choice = (record: string, cell: string, take: 'mine' | 'theirs' = either): UpdateChoice => {
      const merged = site.records.find(({ id }) => id === record);
      const of = merged && shownOf(merged, cell);
      return { kind: 'cell', record, cell, take, ...(of !== undefined && { of }) };
    };
    // Where something refers to what isn't there, that is there after all.
    if (open.why === 'refers-to-gone') {
      const { sides: said } = site.records.find(({ id }) => id === open.target) ?? {};
      return [choice(open.target, 'presence', said?.ours ? 'mine' : 'theirs')];
    }
    return open.why === 'conflict' ? [choice(open.record, open.cell)] : [];
  });
  const same = questions.flatMap(({ theirs, candidates }) =>
    theirs.map(({ id }): UpdateChoice => ({ kind: 'same', theirs: id, is: candidates[0]?.id ?? 'new' })),
  );
  return [...ticks, ...conflicts, ...same];
}

/** Cells whose live value gives way to the template's by decision. */
function forgoneIn({ decision, decisions, sides }: Merging): Decided['forgoes'] {
  const records = new Map(decision.records.map((each) => [each.record.id, each]));
  const untold = knowsNoSets(sides.baseline.content.snapshot);
  return (id, cell) => {
    const decided = records.get(id);
    if (!decided) return false;
    const { record, says } = decided;
    const isThere = (name: string) => record.cells[name]?.state === 'conflict';
    if (says === undefined || isThere('presence')) return true;
    const merged = record.cells[cell];
    // Where the baseline knows of no roles, a tick says which there are.
    if (untold && decisions.ticks[id]?.allow === true) return true;
    const chosen = decisions.choices.some((each) => each.record === id && each.cell === cell);
    return chosen && says.get(cell) !== (merged?.state === 'conflict' ? merged.mine : merged?.ours);
  };
}
