import { type Message, msg } from '@portico/plan/text';
import { holds, type Known } from './known-map.ts';

const byName = msg({
  id: 'maps-resolved.reason.name',
  defaultMessage: 'It has the name that Microsoft’s set-up guide means.',
});
const running = msg({
  id: 'maps-resolved.reason.running',
  defaultMessage: 'It runs already; the others of its name don’t.',
});
const used = msg({
  id: 'maps-resolved.reason.used',
  defaultMessage: 'It was used before; the others of its name never were.',
});
const shipped = msg({
  id: 'maps-resolved.reason.shipped',
  defaultMessage: 'It is Microsoft’s own; the others of its name were saved by somebody else.',
});
const chosen = msg({ id: 'maps-resolved.reason.chosen', defaultMessage: 'You chose it.' });
const several = msg({
  id: 'maps-resolved.reason.several',
  defaultMessage: 'Several maps could be meant: choose one.',
});
const absent = msg({ id: 'maps-resolved.reason.absent', defaultMessage: 'No map of this kind is there.' });

/** One of several maps, and why; none, where only a person can tell. */
export interface Picked {
  readonly map?: Known;
  readonly kind: 'name' | 'found' | 'chosen' | 'none';
  readonly reason: Message;
}

/** Marks of a map that tell it from others of its name, strongest first. */
const marks: readonly (readonly [(map: Known) => boolean, Message])[] = [
  [({ state }) => state === 'running', running],
  [({ pid }) => pid !== null, used],
  [({ id, versions }) => versions.some((version) => version.id === id && version.shipped), shipped],
];

/** What a person chose among all; else the one of that name; else the only one with a mark that the others lack. */
export function pickMap(meant: readonly Known[], all: readonly Known[], choice: string | undefined): Picked {
  const wished = all.find((map) => holds(map, choice));
  if (wished) return { map: wished, kind: 'chosen', reason: chosen };
  const [only, ...more] = meant;
  if (!only) return { kind: 'none', reason: absent };
  if (more.length === 0) return { map: only, kind: 'name', reason: byName };
  for (const [has, reason] of marks) {
    const [marked, ...others] = meant.filter(has);
    if (marked && others.length === 0) return { map: marked, kind: 'found', reason };
    // Two that run, or were used: what is weaker mustn't decide between them.
    if (marked) break;
  }
  return { kind: 'none', reason: several };
}
