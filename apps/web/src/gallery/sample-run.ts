import type { PlanStore } from '../data/plan-store.ts';
import { createPlanStore } from '../data/plan-store.ts';
import type { Envelope, RunEvent } from '@portico/plan/event';
import type { Evidence, Finding } from '@portico/plan/finding';

const mona = { id: 'u1', tenant: 't1', name: 'Mona Berg' };
const begun = new Date();
begun.setHours(begun.getHours() - 1);

/** So many minutes after the sample run began. */
export const minute = (n: number) => new Date(begun.getTime() + n * 60_000).toISOString();

export const evidence: readonly Evidence[] = [
  {
    service: 'Dataverse',
    endpoint: 'whoAmI',
    standing: 'documented',
    method: 'GET',
    url: 'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI',
    status: 200,
    at: minute(3),
    took: 184,
    correlation: '5f0f3c1e-1f6a-4b0e-9d27-3a2f6d0c9b11',
  },
  {
    service: 'Dual-write',
    endpoint: 'listEntities',
    standing: 'observed',
    method: 'GET',
    url: 'https://projectmanagementservice.eu-il101.gateway.prod.island.powerapps.com/api/DualWriteManagement/1.0/Environments/contoso.operations.dynamics.com/Entities',
    status: 403,
    at: minute(3),
    took: 912,
  },
];

/** A run made of events, as the API would send them. */
export function runOf(...events: readonly RunEvent[]): PlanStore {
  const store = createPlanStore();
  const all: readonly RunEvent[] = [
    { type: 'run-created', title: 'Contoso', plan: '1', cloud: 'public' },
    ...events,
  ];
  store.getState().apply(
    ...all.map(
      (event, index): Envelope => ({
        run: 'sample',
        seq: index + 1,
        at: minute(index),
        by: event.type === 'check-finished' ? null : mona,
        event,
        hash: '',
      }),
    ),
  );
  return store.getState();
}

export const found = (check: string, finding: Finding, seen = evidence.slice(0, 1)): RunEvent => ({
  type: 'check-finished',
  check,
  finding,
  evidence: seen,
  took: 400,
});

export const ok = (check: string, id: string, values?: Record<string, string | number>, facts?: unknown) =>
  found(check, { state: 'ok', says: { id, ...(values ? { values } : {}) }, facts });
