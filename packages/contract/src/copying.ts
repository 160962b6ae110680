import type { OperationState } from '@portico/plan/reduce';
import { z } from 'zod';
import type { SecondsRange } from './findings.ts';

/** How the first copying of rows went, beside what was expected before it began. What isn't known is absent. */
export interface Copying {
  readonly maps: readonly CopiedMap[];
  /** All maps of which both are known, whole and expected. */
  readonly total?: Omit<Required<CopiedMap>, 'name'> & { readonly maps: number };
  /** Maps that were to be copied, and nobody knows with how many rows. */
  readonly unmeasured: number;
  /** What was expected of all maps before the start. */
  readonly expected: { readonly rows: number; readonly seconds?: SecondsRange };
  /** Seconds that went by until a person had started the maps and we saw them run: more isn't known of that way. */
  readonly seen?: number;
}

export interface CopiedMap {
  readonly name: string;
  readonly rows: number;
  /** Seconds by Microsoft's clock. */
  readonly took?: number;
  readonly expected?: { readonly rows: number; readonly seconds: SecondsRange };
}

// Events outlive versions, so their values are read as if from outside.
const count = z.number().min(0);
const expecting = z.object({ maps: count, rows: count, atLeast: count.optional(), atMost: count.optional() });
const copied = z.object({
  name: z.string(),
  rows: count,
  took: count.optional(),
  expected: count.optional(),
  least: count.optional(),
  most: count.optional(),
});

/** By what the starting of the maps has said; undefined where it copied nothing, or began before this was known. */
export function copyingOf({ driver, said, startedAt, finished }: OperationState): Copying | undefined {
  const before = said.find(({ says }) => says.id === 'start-maps.expecting');
  const begun = expecting.safeParse(before?.says.values).data;
  if (!begun) return undefined;
  const maps = said.flatMap(({ says }) => {
    const { data } = copied.safeParse(says.id === 'start-maps.copied' ? says.values : undefined);
    return data ? [mapOf(data)] : [];
  });
  const seconds = rangeOf(begun.atLeast, begun.atMost);
  const known = maps.filter((map): map is Required<CopiedMap> => 'took' in map && 'expected' in map);
  const done = finished?.outcome === 'done';
  return {
    maps,
    unmeasured: done ? Math.max(0, begun.maps - maps.length) : 0,
    expected: { rows: begun.rows, ...(seconds ? { seconds } : {}) },
    ...(known.length > 0 ? { total: totalOf(known) } : {}),
    ...(done && driver === 'guided'
      ? { seen: (Date.parse(finished.at) - Date.parse(startedAt)) / 1000 }
      : {}),
  };
}

function mapOf({ name, rows, took, expected, least, most }: z.output<typeof copied>): CopiedMap {
  const seconds = rangeOf(least, most);
  return {
    name,
    rows,
    ...(took === undefined ? {} : { took }),
    ...(expected === undefined || !seconds ? {} : { expected: { rows: expected, seconds } }),
  };
}

function totalOf(maps: readonly Required<CopiedMap>[]): NonNullable<Copying['total']> {
  const sum = (of: (map: Required<CopiedMap>) => number) => maps.reduce((all, map) => all + of(map), 0);
  return {
    maps: maps.length,
    rows: sum(({ rows }) => rows),
    took: sum(({ took }) => took),
    expected: {
      rows: sum(({ expected }) => expected.rows),
      seconds: [sum(({ expected }) => expected.seconds[0]), sum(({ expected }) => expected.seconds[1])],
    },
  };
}

const rangeOf = (least: number | undefined, most: number | undefined): SecondsRange | undefined =>
  least === undefined || most === undefined ? undefined : [least, most];
