import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

/** Service plans that carry Supply Chain Management (Microsoft's reference of plans): base, attach, premium, legacy. */
const plans: ReadonlyMap<string, 'full' | 'attach' | 'legacy'> = new Map([
  ['1224eae4-0d91-474a-8a52-27ec96a63fe7', 'full'],
  ['b21c777f-c2d5-486e-88f6-fc0a3e474271', 'attach'],
  ['95d2cd7b-1007-484b-8595-5e97e63fe189', 'legacy'],
]);
/** A trial of finance and operations: dual-write doesn't support it. */
const trialPlan = 'e2f705fd-2468-4090-8c58-fad6e6b1e724';

const found = msg({
  id: 'supply-chain-licence.ok',
  defaultMessage: 'The tenant has Supply Chain Management.',
});
const none = msg({
  id: 'supply-chain-licence.none',
  defaultMessage: 'No Supply Chain Management licence was found in this tenant.',
});
const lost = msg({
  id: 'supply-chain-licence.lost',
  defaultMessage: 'The tenant had Supply Chain Management, but the subscription isn’t active any more.',
});
const seats = msg({
  id: 'supply-chain-licence.seats',
  defaultMessage:
    '{sku}: {used} of {usable} licences assigned. Proves that Supply Chain Management was bought; not that each person here holds one.',
});
const gone = msg({ id: 'supply-chain-licence.gone', defaultMessage: '{sku}: Microsoft says “{status}”.' });
const trial = msg({
  id: 'supply-chain-licence.trial',
  defaultMessage: '{sku}: a trial. Dual-write can’t be set up with a trial of finance and operations.',
});
const absent = msg({
  id: 'supply-chain-licence.absent',
  defaultMessage: 'No licence with a Supply Chain Management plan is in the list that Microsoft Graph gives.',
});
const cause = msg({
  id: 'supply-chain-licence.cause',
  defaultMessage:
    'It may have been bought under another tenant, through a partner’s agreement, or has ended.',
});
const ask = msg({
  id: 'supply-chain-licence.remedy',
  defaultMessage:
    'Ask whoever buys licences. This never stops you: nothing in the next steps needs it to be found here.',
});

/** A plan of Supply Chain Management, by service plan id: it survives promotions, resellers and academic offers. */
export default defineCheck({
  title: msg({ id: 'supply-chain-licence.title', defaultMessage: 'Supply Chain Management is licensed' }),
  why: msg({
    id: 'supply-chain-licence.why',
    defaultMessage:
      'Microsoft asks for the licences that dual-write for Supply Chain Management tables needs.',
  }),
  owner: 'licence-admin',
  after: [],
  observe: async ({ graph }) => (await graph.listSubscribedSkus({})).value,
  judge: (skus) => {
    const carrying = skus.filter((sku) =>
      sku.servicePlans.some(({ servicePlanId }) => plans.has(servicePlanId)),
    );
    const trials = skus.filter((sku) =>
      sku.servicePlans.some(({ servicePlanId }) => servicePlanId === trialPlan),
    );
    const active = carrying.filter(({ capabilityStatus }) => /^(Enabled|Warning)$/.test(capabilityStatus));
    const details: Detail[] = carrying.map(
      ({ skuPartNumber: sku, capabilityStatus: status, consumedUnits, prepaidUnits }) =>
        active.some(({ skuPartNumber }) => skuPartNumber === sku)
          ? {
              state: 'proved',
              says: text(seats, {
                sku,
                used: consumedUnits,
                usable: prepaidUnits.enabled + prepaidUnits.warning,
              }),
            }
          : { state: 'not-found', says: text(gone, { sku, status }) },
    );
    for (const { skuPartNumber: sku } of trials)
      details.push({ state: 'not-found', says: text(trial, { sku }) });
    if (details.length === 0) details.push({ state: 'not-found', says: text(absent) });
    if (active.length > 0) return { state: 'ok', says: text(found), details };
    return {
      state: 'warn',
      says: text(carrying.length > 0 ? lost : none),
      cause: text(cause),
      details,
      remedy: {
        owner: 'licence-admin',
        steps: [text(ask)],
        link: 'https://admin.microsoft.com/#/subscriptions',
      },
    };
  },
});
