import type { UpdateOverview } from '@portico/contract/update';
import { needsOf } from '@portico/contract/update-needs';

/**
 * Records that needed somebody when they came here, and those that need somebody since: what is decided keeps its
 * place, so that “3 of 12” stays the third.
 */
export function queueOf(before: readonly string[], overview: UpdateOverview): readonly string[] {
  const known = new Set(before);
  const needs = needsOf(overview);
  const fresh = overview.records.filter(({ id }) => needs.has(id) && !known.has(id)).map(({ id }) => id);
  const there = new Set(overview.records.map(({ id }) => id));
  const kept = before.filter((id) => there.has(id));
  return fresh.length === 0 && kept.length === before.length ? before : [...kept, ...fresh];
}

/**
 * The next record that still needs somebody, from `current` on, going round at the end.
 * @returns undefined when no other one does
 */
export function nextOf(
  queue: readonly string[],
  needs: ReadonlySet<string>,
  current: string | undefined,
  way: 'on' | 'back',
): string | undefined {
  const at = current === undefined ? -1 : queue.indexOf(current);
  // Who stands on a record that isn't in the queue begins at its end that they go towards.
  const turned = at < 0 ? queue : [...queue.slice(at + 1), ...queue.slice(0, at)];
  const others = turned.filter((id) => needs.has(id) && id !== current);
  return way === 'on' ? others[0] : others.at(-1);
}
