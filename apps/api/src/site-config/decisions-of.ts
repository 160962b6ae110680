import { updateChoice, type UpdateChoice } from '@portico/contract/update';
import type { Value } from '@portico/merge/canonical/content';
import type { Answers } from '@portico/merge/matching/matching';
import type { MergedSite } from '@portico/merge/merge-site';
import type { Choice, Decisions, Rule } from '@portico/merge/outcome/decisions';
import { NoSuchChoice, resolveCell } from '@portico/merge/outcome/resolve-cell';
import type { RunState } from '@portico/plan/reduce';
import type { Captured } from './archive.ts';
import { shownOf } from './shown-of.ts';

/** All that was decided about an update since the one before, in the order in which it was. */
export const updateChoices = (
  choices: RunState['choices'],
  { decided = 0 }: Pick<Captured, 'decided'>,
): readonly UpdateChoice[] =>
  Object.values(choices)
    .filter(
      ({ step, choice, seq }) =>
        step === 'update' && choice !== undefined && choice !== null && seq > decided,
    )
    .toSorted((one, other) => one.seq - other.seq)
    // Parsed before it was journalled; a release may have taken a kind away.
    .flatMap(({ choice }) => updateChoice.safeParse(choice).data ?? []);

/** Who is who, where a person had to say. */
export const answersIn = (choices: readonly UpdateChoice[]): Answers =>
  Object.fromEntries(choices.flatMap((each) => (each.kind === 'same' ? [[each.theirs, each.is]] : [])));

/**
 * What was decided, as the merge takes it. A rule for less goes before one for more; of two alike the later one, which
 * was meant to be seen.
 */
export function decisionsIn(choices: readonly UpdateChoice[]): Decisions {
  return {
    choices: choices.flatMap((each) => (each.kind === 'cell' ? [asChoice(each)] : [])),
    rules: choices
      .flatMap((each) => (each.kind === 'rule' ? [asRule(each)] : []))
      .toReversed()
      .toSorted((one, other) => breadth(one) - breadth(other)),
    ticks: Object.fromEntries(
      choices.flatMap((each) =>
        each.kind === 'tick' ? [[each.record, { allow: each.allow, shown: each.shown }]] : [],
      ),
    ),
  };
}

type Of<Kind extends UpdateChoice['kind']> = Extract<UpdateChoice, { kind: Kind }>;

function asChoice({ record, cell, take, region, value }: Of<'cell'>): Choice {
  if (take === 'edit') return { record, cell, take, value: asValue(value) };
  return { record, cell, take, ...(region === undefined ? {} : { region }) };
}

const asRule = ({ table, cell, take }: Of<'rule'>): Rule => ({
  take,
  // What holds for all kinds never holds for rights.
  ...(table === undefined ? { spares: 'guarded' as const } : { table }),
  ...(cell === undefined ? {} : { cell }),
});

const breadth = ({ table, cell }: Rule): number =>
  (table === undefined ? 2 : 0) + (cell === undefined ? 1 : 0);

const asValue = (value: Of<'cell'>['value']): Value | undefined => value ?? undefined;

/** What still is about what was shown, and what isn't any more: of cells, not of what is gone. */
export function standingIn(
  site: MergedSite,
  choices: readonly UpdateChoice[],
): readonly [standing: readonly UpdateChoice[], outdated: readonly Of<'cell'>[]] {
  const records = new Map(site.records.map((record) => [record.id, record]));
  const outdated = choices.flatMap((choice) => {
    if (choice.kind !== 'cell' || choice.of === undefined) return [];
    const record = records.get(choice.record);
    const shown = record && shownOf(record, choice.cell);
    return shown === undefined || shown === choice.of ? [] : [choice];
  });
  const gone = new Set<UpdateChoice>(outdated);
  return [choices.filter((choice) => !gone.has(choice)), outdated];
}

/** Whether a cell can be decided like this; a cell that isn't there any more can be decided in any way. */
export function fits(site: MergedSite, choice: Choice): boolean {
  const cell = site.records.find(({ id }) => id === choice.record)?.cells[choice.cell];
  if (!cell) return true;
  try {
    resolveCell(cell, [choice]);
    return true;
  } catch (error) {
    if (error instanceof NoSuchChoice) return false;
    throw error;
  }
}
