import { capacity } from '@portico/microsoft/services/capacity';
import { expect, test } from 'vitest';
import type { Contract } from './stage.ts';

export const capacityContract: Contract = (stage) => {
  const where = () => ({ environment: stage().environment });

  test('reports say what was bought, set aside and used, and as of when', async () => {
    for (const report of await stage().connect(capacity).listCurrencyReports({})) {
      expect(report.allocated).toBeGreaterThanOrEqual(0);
      if (report.consumed?.lastUpdatedDay) expect(report.consumed.lastUpdatedDay).toMatch(/^\d{4}-\d\d-\d\d/);
    }
  });

  test('allocations are of the environment that was asked for', async () => {
    const answer = await stage().connect(capacity).getAllocations(where());
    expect(answer.environmentId?.toLowerCase()).toBe(stage().environment.toLowerCase());
  });

  test('an environment without a policy has none, which is an answer', async () => {
    const policy = await stage().connect(capacity).findBillingPolicy(where());
    if (policy) expect(policy.id).toBeTruthy();
  });
};
