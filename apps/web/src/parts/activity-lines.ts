import type { Envelope, RunEvent } from '@portico/plan/event';
import { proofs } from './event-words.ts';

/** A line of the panel: one event, or several that are read as one. Newest first. */
export type Line =
  | { readonly envelope: Envelope; readonly passed: boolean }
  | { readonly fold: 'checks' | 'stages'; readonly envelopes: readonly Envelope[] };

/** So many in a row are still read one by one. */
const few = 2;

/** What is worth reading of a run's events. The download has them all. */
export function activityLines(events: readonly Envelope[]): readonly Line[] {
  const ended = new Set<string>();
  const newer = new Set<string>();
  const kept: { envelope: Envelope; passed: boolean }[] = [];
  for (const envelope of events.toReversed()) {
    const { event } = envelope;
    const passed = 'operation' in event && newer.has(event.operation);
    if (isNews(event, ended, passed)) kept.push({ envelope, passed });
    // From the end backwards: each end comes before its beginning, which then says nothing more.
    if (event.type === 'check-finished') ended.add(event.check);
    if (event.type === 'check-started') ended.delete(event.check);
    if ('operation' in event && event.type !== 'operation-wrote') newer.add(event.operation);
  }
  return folded(kept);
}

function isNews(event: RunEvent, ended: ReadonlySet<string>, passed: boolean): boolean {
  switch (event.type) {
    case 'check-started':
      return !ended.has(event.check);
    case 'check-finished':
      // Nothing was looked at, or what would be proven has not been begun.
      return (
        event.finding.state !== 'skipped' && !(event.finding.state === 'blocked' && proofs.has(event.check))
      );
    case 'operation-wrote':
      // What was written is said by the action in its own words; its key is for machines.
      return false;
    case 'operation-waiting':
      return !passed;
    default:
      return true;
  }
}

const foldOf = ({ event }: Envelope): 'checks' | 'stages' | undefined => {
  if (event.type === 'check-finished' && event.finding.state === 'ok') return 'checks';
  return event.type === 'operation-said' ? 'stages' : undefined;
};

function folded(lines: readonly { envelope: Envelope; passed: boolean }[]): readonly Line[] {
  const answer: Line[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line) break;
    const fold = foldOf(line.envelope);
    const after = fold
      ? lines.findIndex((each, at) => at > index && foldOf(each.envelope) !== fold)
      : index + 1;
    const end = after < 0 ? lines.length : after;
    if (fold && end - index > few)
      answer.push({ fold, envelopes: lines.slice(index, end).map(({ envelope }) => envelope) });
    else answer.push(...lines.slice(index, end));
    index = end;
  }
  return answer;
}
