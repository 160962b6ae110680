import { plan } from '@portico/contract/plan';
import type { PublicConfig } from '@portico/contract/public-config';
import type { RunEvent } from '@portico/plan/event';
import { emptyRun, reduce } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { supportBundle } from './support-bundle.ts';

const by = { id: 'oid-of-ada', tenant: 'tenant', name: 'Ada Consultant' };
const events: RunEvent[] = [
  { type: 'run-created', title: 'Secret customer', plan: '1', cloud: 'public' },
  { type: 'answered', step: 'portal-site', answers: { name: 'Secret site' } },
  {
    type: 'check-finished',
    check: 'dataverse-ready',
    finding: {
      state: 'unknown',
      says: { id: 'check.unknown', values: { user: 'ada@contoso.example' } },
      problem: { code: 'upstream-unavailable', upstream: { status: 503, correlation: 'c-503' } },
    },
    evidence: [
      {
        service: 'BAP',
        endpoint: 'getEnvironment',
        standing: 'observed',
        method: 'GET',
        url: 'https://api.bap.microsoft.com/x',
        status: 503,
        at: '2026-11-26T08:00:00.000Z',
        took: 12,
        correlation: 'c-503',
      },
    ],
    took: 12,
  },
];

test('a support bundle has versions, ids and calls, and nobody’s name or answers', () => {
  const state = events.reduce(
    (before, event, index) =>
      reduce(plan, before, {
        run: 'run-1',
        seq: index + 1,
        at: '2026-11-26T08:00:00.000Z',
        by,
        event,
        hash: '',
      }),
    emptyRun,
  );
  const config = { version: '1.2.3', cloud: { id: 'public' } } as PublicConfig;
  const bundle = supportBundle('run-1', state, config, new Date('2026-11-26T09:00:00.000Z'));
  expect(JSON.parse(bundle)).toMatchObject({
    portico: '1.2.3',
    cloud: 'public',
    run: 'run-1',
    events: 3,
    checks: [{ check: 'dataverse-ready', state: 'unknown', calls: [{ status: 503, correlation: 'c-503' }] }],
  });
  expect(bundle).not.toMatch(/Ada|Secret|ada@|oid-of-ada/);
});
