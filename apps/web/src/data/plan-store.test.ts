import type { Envelope, RunEvent } from '@portico/plan/event';
import { describe, expect, it } from 'vitest';
import { createPlanStore } from './plan-store.ts';

const envelope = (seq: number, event: RunEvent): Envelope => ({
  run: 'r',
  seq,
  at: '2026-11-23T14:02:00Z',
  by: null,
  event,
  hash: '',
});
const begun = envelope(1, { type: 'run-created', title: 'Contoso', plan: '1', cloud: 'twin' });
const looking = envelope(2, { type: 'check-started', check: 'fno-linked' });

describe('plan-store', () => {
  it('folds events with the same function as the API', () => {
    const store = createPlanStore();
    store.getState().apply(begun, looking);
    const { state, events } = store.getState();
    expect(state.title).toBe('Contoso');
    expect(state.checks['fno-linked']?.running).toBe(true);
    expect(events).toEqual([begun, looking]);
  });

  it('changes nothing, and tells nobody, for numbers it has', () => {
    const store = createPlanStore();
    store.getState().apply(begun, looking);
    let told = 0;
    store.subscribe(() => (told += 1));
    store.getState().apply(looking, begun);
    expect(store.getState().events).toHaveLength(2);
    expect(told).toBe(0);
  });

  it('tells once for many events', () => {
    const store = createPlanStore();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.getState().apply(begun, looking);
    expect(told).toBe(1);
  });
});
