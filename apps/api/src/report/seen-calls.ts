import type { Envelope } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';

/** Rows a report prints. The journal holds every call; paper gets the newest rows. */
const most = 200;

/** A call and how often it was made with the same answer; time and correlation are those of the newest. */
export interface SeenCall {
  readonly service: string;
  /** The host that answered, with its port where it has one. */
  readonly host: string;
  readonly method: string;
  /** Without its query: a query may name people. */
  readonly path: string;
  readonly status: number;
  readonly at: string;
  readonly correlation?: string;
  readonly times: number;
}

export interface SeenCalls {
  readonly calls: readonly SeenCall[];
  readonly leftOut: number;
}

/**
 * Every call to a Microsoft service that a finding or a write stands on, oldest first. Waiting asks the same again
 * and again, so what a check asked and what was answered alike is one row: checks only read, whatever the verb.
 * What was sent while something was written has a row for each time, but for its plain reads.
 */
export function seenCalls(events: readonly Envelope[]): SeenCalls {
  const rows = new Map<string, SeenCall>();
  const counted = new Set<string>();
  const add = (call: Evidence, single: boolean) => {
    const whole = JSON.stringify(call);
    // Checks of one look share an answer: it is evidence of each of them, and one call.
    if (counted.has(whole)) return;
    counted.add(whole);
    const { service, method, status, at, correlation } = call;
    const { host, path } = placeOf(call.url);
    const key = single ? whole : JSON.stringify([service, host, method, path, status]);
    const before = rows.get(key);
    const row = { service, host, method, path, status, at, times: (before?.times ?? 0) + 1 };
    if (before && byTime(before, call) > 0) rows.set(key, { ...before, times: row.times });
    else rows.set(key, correlation ? { ...row, correlation } : row);
  };
  for (const { event } of events) {
    if (event.type === 'check-finished') for (const call of event.evidence) add(call, false);
    if (event.type === 'operation-wrote') for (const call of event.evidence) add(call, call.method !== 'GET');
  }
  const sorted = [...rows.values()].toSorted(byTime);
  const calls = sorted.slice(-most);
  return { calls, leftOut: sorted.length - calls.length };
}

function placeOf(url: string): { host: string; path: string } {
  const parsed = URL.parse(url);
  return { host: parsed?.host ?? '', path: parsed?.pathname ?? url.split(/[?#]/)[0] ?? '' };
}

const byTime = (a: Pick<Evidence, 'at'>, b: Pick<Evidence, 'at'>): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
