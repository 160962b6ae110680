import type { Envelope, RunEvent } from '@portico/plan/event';
import { proofs } from './event-words.ts';

/** A line of the panel: one event, or several that are read as one. Newest first. */
export type Line =
  | { readonly envelope: Envelope; readonly passed: boolean }
  | { readonly fold: 'checks' | 'stages' | 'choices'; readonly envelopes: readonly Envelope[] };

/** So many in a row are still read one by one. */
const few = 2;

/** What is worth reading of a run's events, `most` lines of it. The download has them all. */
export function activityLines(events: readonly Envelope[], most = Infinity): readonly Line[] {
  const lines: Line[] = [];
  let row: News[] = [];
  const end = () => {
    const fold = row[0] && foldOf(row[0].envelope);
    if (fold && row.length > few) lines.push({ fold, envelopes: row.map(({ envelope }) => envelope) });
    else lines.push(...row);
    row = [];
  };
  for (const each of news(events)) {
    const fold = foldOf(each.envelope);
    if (row[0] && (!fold || foldOf(row[0].envelope) !== fold)) end();
    if (lines.length >= most) break;
    row.push(each);
  }
  end();
  return lines.slice(0, most);
}

interface News {
  readonly envelope: Envelope;
  readonly passed: boolean;
}

/** Newest first, and no further than somebody reads. */
function* news(events: readonly Envelope[]): Generator<News> {
  const ended = new Set<string>();
  const newer = new Set<string>();
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const envelope = events[index];
    if (!envelope) return;
    const { event } = envelope;
    const passed = 'operation' in event && newer.has(event.operation);
    if (isNews(event, ended, passed)) yield { envelope, passed };
    // From the end backwards: each end comes before its beginning, which then says nothing more.
    if (event.type === 'check-finished') ended.add(event.check);
    if (event.type === 'check-started') ended.delete(event.check);
    if ('operation' in event && event.type !== 'operation-wrote') newer.add(event.operation);
  }
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

const foldOf = ({ event }: Envelope): 'checks' | 'stages' | 'choices' | undefined => {
  if (event.type === 'check-finished' && event.finding.state === 'ok') return 'checks';
  if (event.type === 'chosen') return 'choices';
  return event.type === 'operation-said' ? 'stages' : undefined;
};
