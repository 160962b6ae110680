import { plan } from '@portico/contract/plan';
import type { Envelope } from '@portico/plan/event';
import { emptyRun, type RunState, reduce } from '@portico/plan/reduce';
import { createStore } from 'zustand/vanilla';

export interface PlanStore {
  readonly state: RunState;
  /** Every event taken, oldest first. */
  readonly events: readonly Envelope[];
  /** The only way in. Numbers already taken change nothing, so streams may overlap. */
  apply(...envelopes: readonly Envelope[]): void;
}

export const createPlanStore = () =>
  createStore<PlanStore>()((set) => ({
    state: emptyRun,
    events: [],
    apply: (...envelopes) =>
      set((before) => {
        let { state } = before;
        const fresh: Envelope[] = [];
        for (const envelope of envelopes) {
          if (envelope.seq <= state.seq) continue;
          state = reduce(plan, state, envelope);
          fresh.push(envelope);
        }
        return fresh.length === 0 ? before : { state, events: [...before.events, ...fresh] };
      }),
  }));
