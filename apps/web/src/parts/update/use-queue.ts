import type { UpdateOverview } from '@portico/contract/update';
import { useState } from 'react';
import { queueOf } from './queue.ts';

/** What needed somebody since they came here, in the order in which it is gone through. */
export function useQueue(overview: UpdateOverview | undefined): readonly string[] {
  const [queue, setQueue] = useState<readonly string[]>([]);
  const now = overview ? queueOf(queue, overview) : queue;
  if (now !== queue) setQueue(now);
  return now;
}
