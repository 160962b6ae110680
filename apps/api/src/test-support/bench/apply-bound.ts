import { limits } from '@portico/twin/services/dataverse/protection';
import type { Order } from './large-site.ts';

/** Most operations of a set. */
const perSet = 1000;

/**
 * Milliseconds in which nobody is quicker who sends full change sets one after the other, knows when each may go, and
 * needs no time of their own: each as soon as the one before is there and the limits allow it.
 */
export function boundOf({ records, takes, batchedRequests }: Omit<Order, 'speed'>): number {
  const sent: { at: number; requests: number; execution: number }[] = [];
  let now = 0;
  for (let left = records; left > 0; left -= perSet) {
    const operations = Math.min(left, perSet);
    const execution = takes.request + takes.operation * operations;
    for (const at of [now, ...sent.map((each) => each.at + limits.window)]) {
      if (at < now) continue;
      const inside = sent.filter((each) => each.at > at - limits.window);
      const sum = (of: 'requests' | 'execution') => inside.reduce((all, each) => all + each[of], 0);
      now = at;
      if (sum('requests') < limits.requests && sum('execution') < limits.execution) break;
    }
    sent.push({ at: now, requests: batchedRequests === 'each' ? operations : 1, execution });
    now += execution;
  }
  return now;
}

/** The same for whoever sends one change a request, in no order and as many at once as may be. */
export function unorderedOf({ records, takes }: Pick<Order, 'records' | 'takes'>): number {
  const each = takes.request + takes.operation;
  const [most, atOnce] = [limits.requests, limits.atOnce];
  const windows = Math.ceil(records / most) - 1;
  const last = records - windows * most;
  const byTime = Math.ceil((records * each) / limits.execution) - 1;
  return Math.max(windows, byTime) * limits.window + (last * each) / atOnce;
}
