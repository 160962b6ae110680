import { type JudgeCase, link } from './judge-case.ts';

const user = 'ada@contoso.example';
const sku = (plan: string, capabilityStatus = 'Enabled', more: object = {}) => ({
  skuPartNumber: 'SKU',
  capabilityStatus,
  consumedUnits: 3,
  prepaidUnits: { enabled: 5, warning: 1, suspended: 0, lockedOut: 0 },
  servicePlans: [{ servicePlanId: plan, servicePlanName: 'PLAN' }],
  ...more,
});
// Service plans: Supply Chain Management, its attach licence, the legacy plan, a trial of finance and operations.
const [full, attach, legacy, trial] = [
  '1224eae4-0d91-474a-8a52-27ec96a63fe7',
  'b21c777f-c2d5-486e-88f6-fc0a3e474271',
  '95d2cd7b-1007-484b-8595-5e97e63fe189',
  'e2f705fd-2468-4090-8c58-fad6e6b1e724',
];

const capacity = (more: object) => ({
  reports: [],
  allocations: { currencyAllocations: [] },
  billing: undefined,
  skus: [],
  link,
  ...more,
});
const users = (purchased: number) => [
  {
    currencyType: 'PowerPagesAuthenticated',
    purchased,
    allocated: 0,
    consumed: { unitsConsumed: 0, lastUpdatedDay: '2026-11-20T00:00:00Z' },
  },
];
const setAside = { currencyAllocations: [{ currencyType: 'PowerPagesAuthenticated', allocated: 25 }] };

export const accessCases = {
  'system-administrator': [
    {
      when: 'held directly, with Read-Write access',
      facts: { user, held: true, readWrite: true, link },
      state: 'ok',
      says: 'system-administrator.ok',
    },
    {
      when: 'not held directly',
      facts: { user, held: false, readWrite: true, link },
      state: 'blocked',
      says: 'system-administrator.missing',
      owner: 'environment-admin',
    },
    {
      when: 'held without Read-Write access',
      facts: { user, held: true, readWrite: false, link },
      state: 'blocked',
      says: 'system-administrator.mode',
      owner: 'environment-admin',
    },
    {
      when: 'neither',
      facts: { user, held: false, readWrite: false, link },
      state: 'blocked',
      says: 'system-administrator.missing',
    },
  ],
  'site-creation-allowed': [
    // Null and absent mean allowed.
    ...[false, null, undefined].map((off) => ({
      when: `the setting is ${off}`,
      facts: { disablePortalsCreationByNonAdminUsers: off },
      state: 'ok' as const,
      says: 'site-creation-allowed.ok',
    })),
    {
      when: 'only administrators may',
      facts: { disablePortalsCreationByNonAdminUsers: true },
      state: 'warn',
      says: 'site-creation-allowed.closed',
      owner: 'tenant-admin',
    },
  ],
  'supply-chain-licence': [
    ...[full, attach, legacy].map((plan) => ({
      when: `a subscription with plan ${plan}`,
      facts: [sku(plan ?? '')],
      state: 'ok' as const,
      says: 'supply-chain-licence.ok',
    })),
    {
      when: 'a subscription in its days of grace',
      facts: [sku(full ?? '', 'Warning')],
      state: 'ok',
      says: 'supply-chain-licence.ok',
    },
    ...['Suspended', 'Deleted', 'LockedOut'].map((status) => ({
      when: `a subscription that is ${status}`,
      facts: [sku(full ?? '', status)],
      state: 'warn' as const,
      says: 'supply-chain-licence.lost',
      owner: 'licence-admin',
    })),
    { when: 'no subscription at all', facts: [], state: 'warn', says: 'supply-chain-licence.none' },
    { when: 'another product', facts: [sku('other')], state: 'warn', says: 'supply-chain-licence.none' },
    { when: 'a trial only', facts: [sku(trial ?? '')], state: 'warn', says: 'supply-chain-licence.none' },
  ],
  'power-pages-capacity': [
    {
      when: 'set aside for this environment',
      facts: capacity({ reports: users(100), allocations: setAside }),
      state: 'ok',
      says: 'power-pages-capacity.ok',
    },
    {
      when: 'pay-as-you-go',
      facts: capacity({ billing: { id: 'policy', status: 'Enabled' } }),
      state: 'ok',
      says: 'power-pages-capacity.payg',
    },
    {
      when: 'a billing policy of which Microsoft says no status',
      facts: capacity({ billing: { id: 'policy' } }),
      state: 'ok',
      says: 'power-pages-capacity.payg',
    },
    ...['Disabled', 'Provisioning'].map((status) => ({
      when: `a billing policy that is ${status}`,
      facts: capacity({ billing: { id: 'policy', status } }),
      state: 'warn' as const,
      says: 'power-pages-capacity.none',
    })),
    {
      when: 'bought, and set aside nowhere',
      facts: capacity({ reports: users(100) }),
      state: 'warn',
      says: 'power-pages-capacity.unallocated',
      owner: 'licence-admin',
    },
    {
      when: 'nothing',
      facts: capacity({}),
      state: 'warn',
      says: 'power-pages-capacity.none',
      owner: 'licence-admin',
    },
    {
      when: 'a trial for makers: it never counts',
      facts: capacity({ reports: users(0), skus: [{ skuPartNumber: 'Power_Pages_vTrial_for_Makers' }] }),
      state: 'warn',
      says: 'power-pages-capacity.none',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
