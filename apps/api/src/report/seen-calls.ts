import type { Envelope } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';

/** Calls a report prints. The journal holds all of them; paper gets the newest. */
const most = 200;

export interface SeenCalls {
  readonly calls: readonly Evidence[];
  readonly leftOut: number;
}

/** Every call to a Microsoft service that a finding or a write stands on, oldest first, each once. */
export function seenCalls(events: readonly Envelope[]): SeenCalls {
  const all = events.flatMap(({ event }) =>
    event.type === 'check-finished' || event.type === 'operation-wrote' ? event.evidence : [],
  );
  // Checks of one look share an answer; it is evidence of each of them, and one call.
  const each = [...new Map(all.map((call) => [JSON.stringify(call), call])).values()];
  const calls = each.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-most);
  return { calls, leftOut: each.length - calls.length };
}
