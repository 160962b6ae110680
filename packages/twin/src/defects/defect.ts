import { organizations } from '../scenarios/contoso/ids.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import type { State } from '../world.ts';

/** One thing that is wrong with the world, to be laid over any scenario and taken away again, alone or with others. */
export interface Defect {
  /** What is wrong, for people who rehearse. */
  readonly story: string;
  /** It is about a Customer Portal, and met only where there is one: in the scenario `site-exists`. */
  readonly about?: 'site';
  /** Breaks the world, or mends what was broken. What a scenario hasn't got stays as it is. */
  readonly set: (state: State, broken: boolean) => void;
}

/** The organization that the story is about. */
export function production({ dataverse }: State): Organization {
  const found = dataverse.organizations.find(({ id }) => id === organizations.production);
  if (!found) throw new Error('Every scenario has the production organization.');
  return found;
}

/** Its rows of one table in which a column has this value, or all; none when it hasn't got that table. */
export const rowsOf = (state: State, set: string, where: Row = {}): Row[] =>
  (production(state).tables[set] ?? []).filter((row) =>
    Object.entries(where).every(([column, value]) => row[column] === value),
  );

/** Puts a row into a table that exists, or takes it out again. */
export function setRow(state: State, set: string, key: string, row: Row, there: boolean): void {
  const { tables } = production(state);
  const others = tables[set]?.filter((each) => each[key] !== row[key]);
  if (others) tables[set] = there ? [...others, row] : others;
}

/** Gives a column a wrong value where it has the right one, or the other way round. */
export function swap(
  rows: readonly Row[],
  column: string,
  { right, wrong }: { readonly right: unknown; readonly wrong: unknown },
  broken: boolean,
): void {
  for (const row of rows) if (row[column] === (broken ? right : wrong)) row[column] = broken ? wrong : right;
}

/** Makes a text one that nothing is found by, or itself again: the row and its place stay for when it comes back. */
export const hide = (rows: readonly Row[], column: string, right: unknown, broken: boolean): void =>
  swap(rows, column, { right, wrong: `away-${String(right)}-away` }, broken);
