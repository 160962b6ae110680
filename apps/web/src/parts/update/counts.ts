import type { UpdateOverview, UpdateRecord } from '@portico/contract/update';
import { needsOf, openThings } from '@portico/contract/update-needs';

export type Counts = Readonly<Record<string, number>>;

/** What a new template comes to, by kind of record. */
export interface Summary {
  /** By table: what the template changes, adds and takes away, whoever else changed it. */
  readonly changes: Counts;
  readonly adds: Counts;
  readonly removes: Counts;
  /** Of all these, those that nobody touched on the site. */
  readonly untouched: number;
  /** Changed on the site alone; the template leaves them as they are. */
  readonly own: number;
  /** Things that only a person can say: records and questions. */
  readonly needs: number;
}

export function summaryOf(overview: UpdateOverview): Summary {
  const byTemplate = overview.records.filter(({ state }) => state === 'theirs' || state === 'different');
  const those = (test: (record: UpdateRecord) => boolean) => countsOf(byTemplate.filter(test));
  return {
    changes: those((record) => !isNew(record) && !isGone(record)),
    adds: those(isNew),
    removes: those(isGone),
    untouched: byTemplate.filter(({ state }) => state === 'theirs').length,
    own: overview.records.filter(({ state }) => state === 'ours').length,
    needs: openThings(overview),
  };
}

/** By what the site has now: what both have is changed, whoever had it first. */
const isNew = ({ change, only }: UpdateRecord): boolean => change === 'added' && only === 'theirs';
const isGone = ({ change, only }: UpdateRecord): boolean => change === 'deleted' && only !== 'theirs';

/** One line for each kind of record. */
export interface KindRow {
  readonly table: string;
  /** By the template alone, by both, on the site alone. */
  readonly theirs: number;
  readonly both: number;
  readonly ours: number;
  readonly needs: number;
  /** Changes that make wider who may do what, or may. */
  readonly rights: number;
}

/** Kinds with most to do first. */
export function kindsOf(overview: UpdateOverview): readonly KindRow[] {
  const needs = needsOf(overview);
  const rows = Object.entries(Object.groupBy(overview.records, ({ table }) => table)).map(
    ([table, records = []]): KindRow => {
      const count = (test: (record: UpdateRecord) => boolean) => records.filter(test).length;
      return {
        table,
        theirs: count(({ state }) => state === 'theirs'),
        both: count(({ state }) => state === 'different' || state === 'same'),
        ours: count(({ state }) => state === 'ours'),
        needs: count(({ id }) => needs.has(id)),
        rights: count(({ tick }) => tick !== undefined),
      };
    },
  );
  const all = ({ theirs, both, ours }: KindRow) => theirs + both + ours;
  return rows.toSorted((a, b) => b.needs - a.needs || all(b) - all(a));
}

const countsOf = (records: readonly UpdateRecord[]): Counts => {
  const counts: Record<string, number> = {};
  for (const { table } of records) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
};

/** Open conflicts that can be decided together. */
export interface OpenKind {
  /** Undefined: of all kinds, but for what decides about rights and safety. */
  readonly table: string | undefined;
  /** Those that have them. */
  readonly records: readonly UpdateRecord[];
  readonly open: number;
  /** Only the template has them: there is nothing to keep. */
  readonly added: boolean;
}

/** All kinds at once where there are several, then kind by kind, those with most to do first. */
export function openKinds({ records }: UpdateOverview): readonly OpenKind[] {
  const open = records.filter((record) => record.open > 0);
  const kind = (table: string | undefined, some: readonly UpdateRecord[]): OpenKind => ({
    table,
    records: some,
    open: some.reduce((sum, record) => sum + record.open, 0),
    added: some.every(({ only }) => only === 'theirs'),
  });
  const kinds = [...Map.groupBy(open, ({ table }) => table)]
    .map(([table, some]) => kind(table, some))
    .toSorted((a, b) => b.open - a.open);
  const plain = open.filter(({ guarded }) => !guarded);
  const several = new Set(plain.map(({ table }) => table)).size > 1;
  return several ? [kind(undefined, plain), ...kinds] : kinds;
}
