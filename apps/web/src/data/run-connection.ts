import { createStore } from 'zustand/vanilla';
import type { Api } from './api.ts';
import { type ApiProblem, asApiProblem } from './api-problem.ts';
import type { AuthClient } from './auth.ts';
import { openEvents } from './event-source.ts';
import { type Connection, follow } from './follow.ts';
import { createPlanStore } from './plan-store.ts';
import { waitOnline } from './wait-online.ts';

export interface Line {
  readonly connection: Connection;
  readonly loaded: boolean;
  /** Waiting doesn't mend it: signed out, forbidden, gone. */
  readonly problem?: ApiProblem;
}

/** One run as this tab sees it: its state, and how fresh the line to the API is. */
export function connectRun(api: Api, auth: AuthClient, run: string) {
  const store = createPlanStore();
  const line = createStore<Line>()(() => ({ connection: 'connecting', loaded: false }));
  const tell = (connection: Connection) => {
    if (line.getState().connection !== connection) line.setState({ connection });
  };

  const load = async (signal: AbortSignal) => {
    const { events } = await api.getRun({ run, signal });
    store.getState().apply(...events);
    line.setState({ loaded: true });
  };

  const start = async (signal: AbortSignal) => {
    line.setState({ connection: 'connecting', loaded: line.getState().loaded }, true);
    try {
      // The first read may meet a gap in the line as well; until it worked there is nothing to show.
      for (let wait = 1000; !line.getState().loaded; wait = Math.min(wait * 2, 30_000)) {
        try {
          await load(signal);
        } catch (error) {
          if (signal.aborted) return;
          const problem = asApiProblem(error);
          if (problem.code !== 'offline') throw problem;
          tell('offline');
          await waitOnline(wait, signal);
        }
      }
      await follow(
        {
          open: (after) => openEvents(auth, run, after, signal),
          poll: async (after) => (await api.followRun({ run, after, wait: '0', signal })).events,
          wait: waitOnline,
          last: () => store.getState().state.seq,
          take: (envelopes) => store.getState().apply(...envelopes),
          tell,
        },
        signal,
      );
    } catch (error) {
      if (!signal.aborted) line.setState({ problem: asApiProblem(error) });
    }
  };

  return { run, store, line, start };
}

export type RunConnection = ReturnType<typeof connectRun>;
