import { capacity } from '@portico/microsoft/services/capacity';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

export const capacityContract: Contract = (stage) => {
  const where = () => ({ environment: stage().environment });

  test('reports say what was bought, set aside and used, and as of when', async () => {
    const reports = await stage().connect(capacity).listCurrencyReports({});
    for (const report of reports) {
      expect(report.allocated).toBeGreaterThanOrEqual(0);
      expect(report.consumed?.lastUpdatedDay ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d/);
    }
  });

  test('allocations are of the environment that was asked for', async () => {
    const answer = await stage().connect(capacity).getAllocations(where());
    expect(answer.environmentId?.toLowerCase()).toBe(stage().environment.toLowerCase());
  });

  test('an environment without a policy has none, which is an answer', async () => {
    const policy = await stage().connect(capacity).findBillingPolicy(where());
    expect(policy === undefined || typeof policy.id === 'string').toBe(true);
  });
};
