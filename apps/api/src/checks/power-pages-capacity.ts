import type { CurrencyReport } from '@portico/microsoft/services/capacity';
import type { SubscribedSku } from '@portico/microsoft/services/graph';
import type { Detail, Finding } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { packsAmong } from './power-pages-packs.ts';
import { type Read, read, valueOf } from '../targets/read.ts';

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
const unread = msg({
  id: 'power-pages-capacity.unread',
  defaultMessage:
    'Your account isn’t allowed to read Power Pages capacity; administrators of the tenant are.',
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
const anonymous = msg({
  id: 'power-pages-capacity.anonymous',
  defaultMessage:
    'For people who don’t sign in: bought for {users, number} a month, {here, number} set aside for this environment.',
});
const noAnonymous = msg({
  id: 'power-pages-capacity.no-anonymous',
  defaultMessage:
    'Nothing for people who don’t sign in. A portal that shows them only its sign-in page needs none.',
});
const policy = msg({
  id: 'power-pages-capacity.policy',
  defaultMessage: 'A billing policy is linked to the environment: pay-as-you-go.',
});
const otherPolicy = msg({
  id: 'power-pages-capacity.policy-off',
  defaultMessage: 'A billing policy is linked to the environment, but it doesn’t pay for Power Pages now.',
});
const noReport = msg({
  id: 'power-pages-capacity.no-report',
  defaultMessage: 'The capacity report has no row for Power Pages: nothing bought, or not shown.',
});
const notRead = msg({
  id: 'power-pages-capacity.not-read',
  defaultMessage: 'What was bought and set aside, in the reports of the Power Platform.',
});
const packs = msg({
  id: 'power-pages-capacity.packs',
  defaultMessage:
    'Power Pages packs are among the tenant’s products: {names}. Whether any is set aside here, the list doesn’t say.',
});
const legacy = msg({
  id: 'power-pages-capacity.legacy',
  defaultMessage: 'Older portal capacity, which is no longer sold: {names}. It counts until it ends.',
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
const look = msg({
  id: 'power-pages-capacity.remedy.look',
  defaultMessage:
    'Ask a Power Platform administrator to open “Billing”, “Licenses”, “Power Pages” in the Power Platform admin centre and to read what is set aside for this environment.',
});

/**
 * Signed-in users are what the portal needs: its people sign in. Proved by the platform’s own reports, which only
 * administrators of the tenant may read; the list of products is a sign beside them. Trials never count.
 */
export default defineCheck({
  title: msg({ id: 'power-pages-capacity.title', defaultMessage: 'Power Pages capacity is there' }),
  why: msg({
    id: 'power-pages-capacity.why',
    defaultMessage: 'A production site is paid by the people who sign in to it each month.',
  }),
  owner: 'licence-admin',
  after: [],
  observe: async ({ capacity, environment, graph, cloud }) => {
    const { name, properties } = await environment();
    const [reports, allocations, billing, products] = await Promise.all([
      read(capacity.listCurrencyReports({})),
      read(capacity.getAllocations({ environment: name })),
      read(capacity.findBillingPolicy({ environment: name })),
      read(graph.listSubscribedSkus({})),
    ]);
    return {
      reports,
      allocations,
      billing,
      // What the environment’s own record says of its policy: there also the product that it pays for is named.
      policy: properties.billingPolicy?.id ? properties.billingPolicy : undefined,
      skus: valueOf(products)?.value ?? [],
      link: cloud.pages.adminCentre,
    };
  },
  judge: ({ reports, allocations, billing, policy: recorded, skus, link }): Finding => {
    const bill = valueOf(billing) ?? recorded;
    // One that is disabled or still being set up pays for nothing.
    const paying =
      bill !== undefined &&
      /^(Enabled)?$/.test(bill.status ?? '') &&
      /^(Enabled)?$/.test(recorded?.powerPagesPolicy?.payAsYouGoState ?? '');
    const here = (kind: string) =>
      valueOf(allocations)?.currencyAllocations.find(({ currencyType }) => currencyType === kind)
        ?.allocated ?? 0;
    const report = (kind: string) => valueOf(reports)?.find(({ currencyType }) => currencyType === kind);
    const mine = here('PowerPagesAuthenticated');
    const owned = (report('PowerPagesAuthenticated')?.purchased ?? 0) > 0;
    const details: readonly Detail[] = [
      ...signedIn(reports, report('PowerPagesAuthenticated')),
      ...(mine > 0 ? [{ state: 'proved', says: text(set, { users: mine }) } as const] : []),
      ...(bill
        ? [{ state: paying ? 'proved' : 'not-found', says: text(paying ? policy : otherPolicy) } as const]
        : []),
      ...guests(reports, report('PowerPagesAnonymous')?.purchased ?? 0, here('PowerPagesAnonymous')),
      ...products(skus, 'value' in reports),
    ];
    if (paying) return { state: 'ok', says: text(payg), details };
    if (mine > 0) return { state: 'ok', says: text(found), details };
    const remedy = (step: Message) =>
      ({ owner: 'licence-admin', steps: [text(step), ...(step === look ? [text(buy)] : [])], link }) as const;
    const refused = [reports, allocations].flatMap((each) => ('refused' in each ? each.refused : []))[0];
    if (refused)
      return { state: 'unknown', says: text(unread), problem: refused, details, remedy: remedy(look) };
    return {
      state: 'warn',
      says: text(owned ? unallocated : none),
      cause: text(cause),
      details,
      remedy: remedy(owned ? allocate : buy),
    };
  },
});

function signedIn(
  reports: Read<readonly CurrencyReport[]>,
  report: CurrencyReport | undefined,
): readonly Detail[] {
  if ('refused' in reports) return [{ state: 'not-checked', says: text(notRead) }];
  if (!report || report.purchased === 0) return [{ state: 'not-found', says: text(noReport) }];
  const day = (report.consumed?.lastUpdatedDay ?? '').slice(0, 10);
  return [
    {
      state: 'proved',
      says: text(bought, { users: report.purchased, allocated: report.allocated, day }),
    },
  ];
}

function guests(reports: Read<readonly CurrencyReport[]>, users: number, here: number): readonly Detail[] {
  if ('refused' in reports) return [];
  return users > 0
    ? [{ state: 'proved', says: text(anonymous, { users, here }) }]
    : [{ state: 'not-found', says: text(noAnonymous) }];
}

/** What the list of products shows; packs are worth a word only where the reports say nothing. */
function products(skus: readonly SubscribedSku[], reported: boolean): readonly Detail[] {
  const { sold, old, trials } = packsAmong(skus);
  return [
    ...(sold.length > 0 && !reported
      ? [{ state: 'probable', says: text(packs, { names: sold.join(', ') }) } as const]
      : []),
    ...(old.length > 0
      ? [{ state: 'probable', says: text(legacy, { names: old.join(', ') }) } as const]
      : []),
    ...(trials ? [{ state: 'not-found', says: text(trial) } as const] : []),
  ];
}
