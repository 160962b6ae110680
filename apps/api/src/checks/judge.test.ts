// What every check makes of every kind of fact. A check without cases doesn't compile, and a sentence of a check that
// no case makes it say fails: so no branch is left out.
import { canHandOver } from '@portico/contract/hand-over';
import type { CheckId } from '@portico/contract/plan';
import en from '@portico/contract/text/en.json' with { type: 'json' };
import type { Finding } from '@portico/plan/finding';
import { describe, expect, test } from 'vitest';
import { checks } from './index.ts';
import { accessCases } from './test-support/access-cases.ts';
import { companyCases } from './test-support/company-cases.ts';
import { dualWriteCases } from './test-support/dual-write-cases.ts';
import { dualWriteSetupCases } from './test-support/dual-write-setup-cases.ts';
import { environmentCases } from './test-support/environment-cases.ts';
import { firstUserCases } from './test-support/first-user-cases.ts';
import { goLiveCases } from './test-support/go-live-cases.ts';
import { licensingCases } from './test-support/licensing-cases.ts';
import type { JudgeCase } from './test-support/judge-case.ts';
import { orderCases } from './test-support/order-cases.ts';
import { portalSiteCases } from './test-support/portal-site-cases.ts';
import { testOrderCases } from './test-support/test-order-cases.ts';
import { tableMapCases } from './test-support/table-map-cases.ts';
import { updateCases } from './test-support/update-cases.ts';

const all = {
  ...environmentCases,
  ...accessCases,
  ...licensingCases,
  ...dualWriteCases,
  ...dualWriteSetupCases,
  ...companyCases,
  ...tableMapCases,
  ...orderCases,
  ...portalSiteCases,
  ...firstUserCases,
  ...testOrderCases,
  ...goLiveCases,
  ...updateCases,
} satisfies Record<CheckId, readonly JudgeCase[]>;

const judged = (id: CheckId, { facts }: JudgeCase): Finding => checks[id].judge(facts);
const remedyOf = (finding: Finding) => ('remedy' in finding ? finding.remedy : undefined);

/** Ids of everything a finding says. */
const spoken = (finding: Finding): string[] => [
  finding.says.id,
  ...('cause' in finding && finding.cause ? [finding.cause.id] : []),
  ...(finding.details ?? []).map(({ says }) => says.id),
  ...(remedyOf(finding)?.steps ?? []).map(({ id }) => id),
];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the table above
describe.each(Object.entries(all) as [CheckId, readonly JudgeCase[]][])('%s', (id, cases) => {
  test.each(cases)('$when: $state', (one) => {
    const finding = judged(id, one);
    expect({ state: finding.state, says: finding.says.id }).toEqual({ state: one.state, says: one.says });
    expect(remedyOf(finding)?.owner).toBe(one.owner ?? remedyOf(finding)?.owner);
    expect('todo' in finding && finding.todo).toBe(one.todo ?? false);
  });

  test('what isn’t fine has an owner and at least one step', () => {
    for (const finding of cases.map((one) => judged(id, one))) {
      const remedy = remedyOf(finding);
      expect(remedy !== undefined).toBe(finding.state !== 'ok' && finding.state !== 'skipped');
      expect(remedy?.steps.length ?? 1).toBeGreaterThan(0);
      expect(remedy?.owner ?? 'nobody').not.toBe('');
    }
  });

  test('what somebody else can be asked for takes them five steps at most', () => {
    const asked = cases.map((one) => judged(id, one)).filter(canHandOver);
    const steps = asked.map((finding) => [finding.says.id, (remedyOf(finding)?.steps.length ?? 0) <= 5]);
    expect(steps).toEqual(asked.map((finding) => [finding.says.id, true]));
  });

  test('each of its sentences is said in some case, and is in the catalogue', () => {
    const said = new Set(cases.flatMap((one) => spoken(judged(id, one))));
    const own = Object.keys(en).filter((each) => each.startsWith(`${id}.`));
    const notSaid = own.filter((each) => !/\.(title|why|reason\.[a-z-]+)$/.test(each) && !said.has(each));
    expect(notSaid).toEqual([]);
    expect([...said].filter((each) => !Object.hasOwn(en, each))).toEqual([]);
  });

  test('judging changes nothing: the same facts give the same finding', () => {
    for (const one of cases) expect(judged(id, one)).toEqual(judged(id, one));
  });
});

test('every check holds in at least one case and doesn’t in another', () => {
  for (const [id, cases] of Object.entries(all)) {
    const states = new Set(cases.map(({ state }) => state));
    expect([id, states.has('ok'), states.size > 1]).toEqual([id, true, true]);
  }
});
