import { health, isLive, lookedAt } from '@portico/contract/health';
import type { RunState } from '@portico/plan/reduce';
import { useEffect } from 'react';
import type { RunCommands } from '../data/use-run-commands.ts';

/** Milliseconds; who comes back within a minute sees what was found then. */
const fresh = 60_000;

/**
 * Looks again at what rots when somebody opens a set-up that is live, once for each visit.
 * @returns whether that look is under way
 */
export function useHealth(run: string, state: RunState, check: RunCommands['check']): boolean {
  const live = isLive(state);
  const last = Date.parse(lookedAt(state) ?? '') || 0;
  useEffect(() => {
    if (live && Date.now() - last > fresh) void check.run({ checks: [...health] });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each visit: each look changes `last`
  }, [run, live]);
  return check.busy;
}
