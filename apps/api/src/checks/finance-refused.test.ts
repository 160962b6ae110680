import { environments, people } from '@portico/twin/scenarios/contoso/ids';
import { expect, test } from 'vitest';
import { newRun, rehearse } from '../test-support/rehearse.ts';

const inFinance = ['sales-units-set', 'order-settings-set', 'number-sequences-distinct'];

test.each([
  ['is no user of finance and operations', [], 'token-refused'],
  ['has no privilege for the data', [people.alex], 'upstream-forbidden'],
] as const)(
  'who %s isn’t told yes or no, but where and how to look',
  async (_, officers, code) => {
    await using stage = await rehearse();
    const api = await stage.as();
    const run = await newRun(api, environments.production);
    for (const { administrators, securityOfficers } of stage.twin.world.state.finance.environments) {
      administrators.length = 0;
      securityOfficers.splice(0, Infinity, ...officers);
    }
    await api.runChecks({ run, body: {} });
    const { events } = await api.getRun({ run });
    const found = events.flatMap(({ event }) => (event.type === 'check-finished' ? [event] : []));
    for (const check of inFinance) {
      const finding = found.find((each) => each.check === check)?.finding;
      expect(finding).toMatchObject({
        state: 'unknown',
        says: { id: `${check}.unread` },
        problem: { code },
        remedy: { owner: 'finance-operations-admin' },
      });
      const remedy = finding && 'remedy' in finding ? finding.remedy : undefined;
      expect(remedy?.steps.length).toBeGreaterThan(1);
      expect(remedy?.link).toMatch(/^http:\/\/contoso\.operations\..*\/\?mi=\w+$/);
    }
  },
  60_000,
);
