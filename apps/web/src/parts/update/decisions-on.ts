import type { UpdateCell, UpdateChoice } from '@portico/contract/update';
import type { Decisions } from '../../data/use-decisions.ts';

/** Decisions on the cells of a record as they are shown: each bears what it is about, and one about something else is none. */
export function decisionsOn(decisions: Decisions, cells: readonly UpdateCell[]): Decisions {
  const shown = new Map(cells.map((cell) => [cell.name, cell.shown]));
  const ofNow = (choice: UpdateChoice): UpdateChoice => {
    const of = choice.kind === 'cell' && shown.get(choice.cell);
    return choice.kind === 'cell' && of ? { ...choice, of } : choice;
  };
  return {
    ...decisions,
    of: (key) => {
      const { choice, ...standing } = decisions.of(key);
      if (!choice) return standing;
      const isOutdated =
        choice.kind === 'cell' &&
        choice.of !== undefined &&
        choice.of !== (shown.get(choice.cell) ?? choice.of);
      return { ...standing, ...(isOutdated ? { outdated: choice } : { choice }) };
    },
    decide: (choice, seen) => decisions.decide(ofNow(choice), seen),
  };
}
