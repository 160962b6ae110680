import { canonicalJson } from '@portico/merge/canonical/canonical-json';
import type { Content } from '@portico/merge/canonical/content';
import type { MergedRecord } from '@portico/merge/merge-record';
import { createHash } from 'node:crypto';

/**
 * A mark of what a person sees of a cell, all sides of it. Whether a record is there is decided by all that it says; what
 * nobody changed has none.
 */
export function shownOf({ cells, sides }: MergedRecord, name: string): string | undefined {
  const cell = cells[name];
  if (!cell) return undefined;
  const said =
    name === 'presence'
      ? [sides.base, sides.ours, sides.theirs].map(saidIn)
      : [cell.base, cell.ours, cell.theirs].map((value) => value ?? null);
  return createHash('sha256').update(canonicalJson(said)).digest('base64url').slice(0, 22);
}

const saidIn = (content: Content | undefined) =>
  content && Object.fromEntries([...content].map(([name, { value }]) => [name, value]));
