import type { SubscribedSku } from '@portico/microsoft/services/graph';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { read } from '../targets/read.ts';

/**
 * Service plans that carry Supply Chain Management (Microsoft’s reference of plans). By plan, not by product: that
 * survives promotions, resellers and academic offers. Premium has the base plan as well as its own.
 */
const plans: ReadonlyMap<string, 'full' | 'attach'> = new Map([
  ['1224eae4-0d91-474a-8a52-27ec96a63fe7', 'full'],
  ['0363c8e5-c30d-4d7c-a621-7b6cab5e0482', 'full'],
  // The legacy plan, which covers finance as well.
  ['95d2cd7b-1007-484b-8595-5e97e63fe189', 'full'],
  ['b21c777f-c2d5-486e-88f6-fc0a3e474271', 'attach'],
]);
/** A trial of finance and operations: dual-write doesn’t support it. */
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
const onlyTrial = msg({
  id: 'supply-chain-licence.only-trial',
  defaultMessage: 'Only a trial was found; a trial never counts.',
});
const unread = msg({
  id: 'supply-chain-licence.unread',
  defaultMessage: 'Your account isn’t allowed to read the tenant’s licences.',
});
const seats = msg({
  id: 'supply-chain-licence.seats',
  defaultMessage:
    '{sku}: {used} of {usable} licences assigned. Proves that Supply Chain Management was bought; not that each person here holds one.',
});
const grace = msg({
  id: 'supply-chain-licence.grace',
  defaultMessage:
    '{sku}: past its end and in its days of grace, {used} of {usable} licences assigned. It stops soon unless somebody renews it.',
});
const attach = msg({
  id: 'supply-chain-licence.attach',
  defaultMessage:
    '{sku}: an attach licence, {used} of {usable} assigned. Who holds one needs another full Dynamics 365 licence beside it.',
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
const unseen = msg({
  id: 'supply-chain-licence.unseen',
  defaultMessage: 'The list of licences that Microsoft Graph has.',
});
const cause = msg({
  id: 'supply-chain-licence.cause',
  defaultMessage:
    'It may have been bought under another tenant, through a partner’s agreement, or has ended.',
});
const look = msg({
  id: 'supply-chain-licence.remedy.look',
  defaultMessage:
    'In the Microsoft 365 admin centre, open “Billing”, “Licenses” and look for “Dynamics 365 Supply Chain Management”. Guests need “Directory Readers” or “Global Reader” for it.',
});
const ask = msg({
  id: 'supply-chain-licence.remedy',
  defaultMessage:
    'Ask whoever buys licences. This never stops you: nothing in the next steps needs it to be found here.',
});

/** A plan of Supply Chain Management: proved, in its days of grace, lost, a trial, not there, or not to be read. */
export default defineCheck({
  title: msg({ id: 'supply-chain-licence.title', defaultMessage: 'Supply Chain Management is licensed' }),
  why: msg({
    id: 'supply-chain-licence.why',
    defaultMessage:
      'Microsoft asks for the licences that dual-write for Supply Chain Management tables needs.',
  }),
  owner: 'licence-admin',
  after: [],
  observe: async ({ graph, cloud }) => {
    const { microsoft365 } = cloud.pages;
    const link = microsoft365 && `${microsoft365}/#/licenses`;
    return { link, list: await read(graph.listSubscribedSkus({})) };
  },
  judge: ({ link, list }) => {
    const remedy = {
      owner: 'licence-admin',
      steps: [text(look), text(ask)],
      ...(link ? { link } : {}),
    } as const;
    if ('refused' in list)
      return {
        state: 'unknown',
        says: text(unread),
        problem: list.refused,
        details: [{ state: 'not-checked', says: text(unseen) }],
        remedy,
      };
    const judged = list.value.value.flatMap(judgeSku);
    const details = judged.map(({ detail }) => detail);
    const has = (kind: Judged['kind']) => judged.some((each) => each.kind === kind);
    if (has('usable')) return { state: 'ok', says: text(found), details };
    return {
      state: 'warn',
      says: text(has('lost') ? lost : has('trial') ? onlyTrial : none),
      cause: text(cause),
      details: details.length > 0 ? details : [{ state: 'not-found', says: text(absent) }],
      remedy,
    };
  },
});

interface Judged {
  readonly kind: 'usable' | 'lost' | 'trial';
  readonly detail: Detail;
}

/** One product of the tenant; nothing, when it has nothing to do with this. */
function judgeSku(product: SubscribedSku): readonly Judged[] {
  const { skuPartNumber: sku, capabilityStatus, consumedUnits: used, prepaidUnits, servicePlans } = product;
  const carried = servicePlans.filter(({ servicePlanId }) => plans.has(servicePlanId));
  const trials = servicePlans.some(({ servicePlanId }) => servicePlanId === trialPlan);
  if (trials || (carried.length > 0 && /trial|viral/i.test(sku)))
    return [{ kind: 'trial', detail: { state: 'not-found', says: text(trial, { sku }) } }];
  if (carried.length === 0) return [];
  const usable = prepaidUnits.enabled + prepaidUnits.warning;
  const alive = carried.filter(
    ({ provisioningStatus }) => !/^(Disabled|Error)$/.test(provisioningStatus ?? ''),
  );
  // A status that nobody has heard of is no proof; its word is shown as it came.
  if (!/^(Enabled|Warning)$/.test(capabilityStatus) || usable === 0 || alive.length === 0) {
    const status = /^(Enabled|Warning)$/.test(capabilityStatus)
      ? (carried[0]?.provisioningStatus ?? capabilityStatus)
      : capabilityStatus;
    return [{ kind: 'lost', detail: { state: 'not-found', says: text(gone, { sku, status }) } }];
  }
  const values = { sku, used, usable };
  const full = alive.some(({ servicePlanId }) => plans.get(servicePlanId) === 'full');
  const says = prepaidUnits.enabled === 0 ? grace : full ? seats : attach;
  return [{ kind: 'usable', detail: { state: full ? 'proved' : 'probable', says: text(says, values) } }];
}
