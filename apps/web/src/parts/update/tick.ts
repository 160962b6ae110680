import type { UpdateCell } from '@portico/contract/update';
import { z } from 'zod';

type Said = string | number | boolean | readonly string[] | undefined;

/** One column of what would be written, beside what the site has. */
export interface RightChange {
  readonly cell: string;
  readonly before: Said;
  readonly after: Said;
  readonly effect: 'wider' | 'narrower' | 'other';
  /** Of a set, what comes and goes. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable();
/** Whether the record is there afterwards, and what it then says; as the merge writes it for a tick. */
const shape = z.tuple([z.boolean(), z.array(z.tuple([z.string(), value]))]);

export interface Shown {
  readonly there: boolean;
  readonly changes: readonly RightChange[];
}

/** @returns undefined when it is written in a form that this build doesn't know */
export function readShown(shown: string, cells: readonly UpdateCell[]): Shown | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(shown);
  } catch {
    return undefined;
  }
  const { data } = shape.safeParse(parsed);
  if (!data) return undefined;
  const [there, values] = data;
  const before = new Map(cells.map(({ name, merged }) => [name, merged.ours]));
  return {
    there,
    changes: values.map(([cell, after]) => changeOf(cell, before.get(cell), after ?? undefined)),
  };
}

function changeOf(cell: string, before: Said, after: Said): RightChange {
  const [had, has] = [listOf(before), listOf(after)];
  const added = has.filter((member) => !had.includes(member));
  const removed = had.filter((member) => !has.includes(member));
  return { cell, before, after, added, removed, effect: effectOf(before, after, added.length) };
}

/** A right more or a member more is wider; less is narrower; of another value nobody can tell. */
function effectOf(before: Said, after: Said, added: number): RightChange['effect'] {
  if (Array.isArray(before) || Array.isArray(after)) return added > 0 ? 'wider' : 'narrower';
  const isFlag = [before, after].every((one) => one === undefined || typeof one === 'boolean');
  if (!isFlag) return 'other';
  return after === true ? 'wider' : 'narrower';
}

const listOf = (said: Said): readonly string[] => (Array.isArray(said) ? said : []);
