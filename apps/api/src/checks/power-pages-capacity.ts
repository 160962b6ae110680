import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const found = msg({
  id: 'power-pages-capacity.ok',
  defaultMessage: 'Capacity for signed-in site users is there.',
});
const payg = msg({
  id: 'power-pages-capacity.payg',
  defaultMessage: 'The environment pays for site users as they come.',
});
const unallocated = msg({
  id: 'power-pages-capacity.unallocated',
  defaultMessage: 'Capacity was bought, but none is set aside for this environment yet.',
});
const none = msg({
  id: 'power-pages-capacity.none',
  defaultMessage: 'No Power Pages capacity was found; the site begins as a trial all the same.',
});
const cause = msg({
  id: 'power-pages-capacity.cause',
  defaultMessage:
    'A site can be created without capacity. It is a trial with a clock, and needs capacity or pay-as-you-go when it goes live.',
});
const bought = msg({
  id: 'power-pages-capacity.bought',
  defaultMessage:
    'Bought: capacity for {users, number} signed-in users a month, {allocated, number} of them set aside somewhere, as of {day}.',
});
const set = msg({
  id: 'power-pages-capacity.set',
  defaultMessage: 'Set aside for this environment: {users, number} signed-in users a month.',
});
const policy = msg({
  id: 'power-pages-capacity.policy',
  defaultMessage: 'A billing policy is linked to the environment: pay-as-you-go.',
});
const noReport = msg({
  id: 'power-pages-capacity.no-report',
  defaultMessage: 'The capacity report has no row for Power Pages: nothing bought, or not shown.',
});
const trial = msg({
  id: 'power-pages-capacity.trial',
  defaultMessage: 'A trial licence for makers is there; it never counts as capacity for a production site.',
});
const allocate = msg({
  id: 'power-pages-capacity.remedy.allocate',
  defaultMessage:
    'In the Power Platform admin centre: “Billing”, “Licenses”, “Power Pages”, “Manage capacity”; set at least 25 signed-in users aside for this environment.',
});
const buy = msg({
  id: 'power-pages-capacity.remedy.buy',
  defaultMessage:
    'Buy capacity packs, or link the environment to a billing policy. It can wait until the site goes live.',
});

/** Signed-in users are what the portal needs: its people sign in. Trials never count. */
export default defineCheck({
  title: msg({ id: 'power-pages-capacity.title', defaultMessage: 'Power Pages capacity is there' }),
  why: msg({
    id: 'power-pages-capacity.why',
    defaultMessage: 'A production site is paid by the people who sign in to it each month.',
  }),
  owner: 'licence-admin',
  after: [],
  observe: async ({ capacity, environment, graph, cloud }) => {
    const { name } = await environment();
    const [reports, allocations, billing, skus] = await Promise.all([
      capacity.listCurrencyReports({}),
      capacity.getAllocations({ environment: name }),
      capacity.findBillingPolicy({ environment: name }),
      graph.listSubscribedSkus({}),
    ]);
    return { reports, allocations, billing, skus: skus.value, link: cloud.pages.adminCentre };
  },
  judge: ({ reports, allocations, billing: policyFound, skus, link }) => {
    // A policy that is disabled or still being set up pays for nothing.
    const billing = policyFound && /^(Enabled)?$/.test(policyFound.status ?? '');
    const report = reports.find(({ currencyType }) => currencyType === 'PowerPagesAuthenticated');
    const here = allocations.currencyAllocations.find(
      ({ currencyType }) => currencyType === 'PowerPagesAuthenticated',
    );
    const details: Detail[] = [];
    if (report && report.purchased > 0)
      details.push({
        state: 'proved',
        says: text(bought, {
          users: report.purchased,
          allocated: report.allocated,
          day: (report.consumed?.lastUpdatedDay ?? '').slice(0, 10),
        }),
      });
    else details.push({ state: 'not-found', says: text(noReport) });
    if (here && here.allocated > 0)
      details.push({ state: 'proved', says: text(set, { users: here.allocated }) });
    if (billing) details.push({ state: 'proved', says: text(policy) });
    if (skus.some(({ skuPartNumber }) => skuPartNumber === 'Power_Pages_vTrial_for_Makers'))
      details.push({ state: 'not-found', says: text(trial) });
    if (billing) return { state: 'ok', says: text(payg), details };
    if (here && here.allocated > 0) return { state: 'ok', says: text(found), details };
    const owned = Boolean(report && report.purchased > 0);
    return {
      state: 'warn',
      says: text(owned ? unallocated : none),
      cause: text(cause),
      details,
      remedy: { owner: 'licence-admin', steps: [text(owned ? allocate : buy)], link },
    };
  },
});
