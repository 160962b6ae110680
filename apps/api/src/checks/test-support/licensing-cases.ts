import { type JudgeCase, link } from './judge-case.ts';

const sku = (plan: string, capabilityStatus = 'Enabled', more: object = {}) => ({
  skuPartNumber: 'SKU',
  capabilityStatus,
  consumedUnits: 3,
  prepaidUnits: { enabled: 5, warning: 1, suspended: 0, lockedOut: 0 },
  servicePlans: [{ servicePlanId: plan, servicePlanName: 'PLAN', provisioningStatus: 'Success' }],
  ...more,
});
const units = (enabled: number, warning = 0) => ({
  prepaidUnits: { enabled, warning, suspended: 0, lockedOut: 0 },
});
const [full, premium, attach, legacy, trial] = [
  '1224eae4-0d91-474a-8a52-27ec96a63fe7',
  '0363c8e5-c30d-4d7c-a621-7b6cab5e0482',
  'b21c777f-c2d5-486e-88f6-fc0a3e474271',
  '95d2cd7b-1007-484b-8595-5e97e63fe189',
  'e2f705fd-2468-4090-8c58-fad6e6b1e724',
] as const;
const refused = { code: 'upstream-forbidden' };

const licence = (when: string, skus: readonly object[], state: 'ok' | 'warn', says: string): JudgeCase => ({
  when,
  facts: { link, list: { value: { value: skus } } },
  state,
  says: `supply-chain-licence.${says}`,
  ...(state === 'ok' ? {} : { owner: 'licence-admin' }),
});

const capacity = (more: object) => ({
  reports: { value: [] },
  allocations: { value: { currencyAllocations: [] } },
  billing: { value: undefined },
  policy: undefined,
  skus: [],
  link,
  ...more,
});
const users = (purchased: number, currencyType = 'PowerPagesAuthenticated') => ({
  currencyType,
  purchased,
  allocated: 0,
  consumed: { unitsConsumed: 0, lastUpdatedDay: '2026-11-20T00:00:00Z' },
});
const reports = (...value: readonly object[]) => ({ reports: { value } });
const setAside = {
  allocations: {
    value: {
      currencyAllocations: [
        { currencyType: 'PowerPagesAuthenticated', allocated: 25 },
        { currencyType: 'PowerPagesAnonymous', allocated: 200 },
      ],
    },
  },
};
const billing = (status?: string) => ({
  billing: { value: { id: 'policy', ...(status ? { status } : {}) } },
});
const paysFor = (payAsYouGoState: string) => ({
  policy: { id: 'policy', status: 'Enabled', powerPagesPolicy: { payAsYouGoState } },
});
const unreadable = { reports: { refused }, allocations: { refused }, billing: { refused } };
// A pack for GCC, portal logins, the trial for makers.
const [packOfGcc, logins, makers] = [
  sku('cdf787bd-1546-48d2-9e93-b21f9ea7067a'),
  sku('084747ad-b095-4a57-b41f-061d84d69f6f'),
  sku('6817d093-2d30-4249-8bd6-774f01efa78c'),
];

const stored = (kind: string, total: number, used: number) => ({ kind, total, used, day: '2026-11-20' });
const storage = (...kinds: readonly object[]) => ({ stored: kinds, own: 885, link });

export const licensingCases = {
  'supply-chain-licence': [
    ...[full, premium, attach, legacy].map((plan) =>
      licence(`a subscription with plan ${plan}`, [sku(plan)], 'ok', 'ok'),
    ),
    licence('past its end, in the days of grace', [sku(full, 'Warning', units(0, 6))], 'ok', 'ok'),
    ...['Suspended', 'Deleted', 'LockedOut', 'Perhaps'].map((status) =>
      licence(`a subscription that is ${status}`, [sku(full, status)], 'warn', 'lost'),
    ),
    licence('enabled, with no unit left', [sku(full, 'Enabled', units(0))], 'warn', 'lost'),
    licence(
      'the plan itself disabled',
      [sku(full, 'Enabled', { servicePlans: [{ servicePlanId: full, provisioningStatus: 'Disabled' }] })],
      'warn',
      'lost',
    ),
    licence('no subscription at all', [], 'warn', 'none'),
    licence('another product', [sku('other')], 'warn', 'none'),
    licence('a trial of finance and operations only', [sku(trial)], 'warn', 'only-trial'),
    licence(
      'a trial of Supply Chain Management only',
      [sku(full, 'Enabled', { skuPartNumber: 'DYN365_SCM_TRIAL' })],
      'warn',
      'only-trial',
    ),
    licence('lost, and a trial', [sku(full, 'LockedOut'), sku(trial)], 'warn', 'lost'),
    {
      when: 'the list is refused',
      facts: { list: { refused } },
      state: 'unknown',
      says: 'supply-chain-licence.unread',
      owner: 'licence-admin',
    },
  ],
  'power-pages-capacity': [
    {
      when: 'set aside for this environment, also for people who don’t sign in',
      facts: capacity({ ...reports(users(100), users(500, 'PowerPagesAnonymous')), ...setAside }),
      state: 'ok',
      says: 'power-pages-capacity.ok',
    },
    {
      when: 'pay-as-you-go',
      facts: capacity(billing('Enabled')),
      state: 'ok',
      says: 'power-pages-capacity.payg',
    },
    {
      when: 'a billing policy of which Microsoft says no status',
      facts: capacity(billing()),
      state: 'ok',
      says: 'power-pages-capacity.payg',
    },
    {
      when: 'a billing policy in the environment’s record, where the list is refused',
      facts: capacity({ ...unreadable, ...paysFor('Enabled') }),
      state: 'ok',
      says: 'power-pages-capacity.payg',
    },
    ...[billing('Disabled'), billing('Provisioning'), { ...billing('Enabled'), ...paysFor('Disabled') }].map(
      (more) => ({
        when: `a billing policy that doesn’t pay: ${JSON.stringify(more)}`,
        facts: capacity(more),
        state: 'warn' as const,
        says: 'power-pages-capacity.none',
      }),
    ),
    {
      when: 'bought, and set aside nowhere',
      facts: capacity(reports(users(100))),
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
      facts: capacity({ ...reports(users(0)), skus: [makers] }),
      state: 'warn',
      says: 'power-pages-capacity.none',
    },
    {
      when: 'the reports are refused, packs and older capacity are among the products',
      facts: capacity({ ...unreadable, skus: [packOfGcc, logins] }),
      state: 'unknown',
      says: 'power-pages-capacity.unread',
      owner: 'licence-admin',
    },
  ],
  'dataverse-storage': [
    {
      when: 'there is room',
      facts: storage(stored('Database', 20_480, 3000), stored('File', 40_960, 1000), stored('Log', 4096, 0)),
      state: 'ok',
      says: 'dataverse-storage.ok',
    },
    ...[
      [stored('Database', 20_480, 19_800)],
      [stored('Database', 100_000, 96_000)],
      // What the log has too much is taken from the database.
      [stored('Database', 20_480, 10_000), stored('Log', 1000, 11_000)],
    ].map((kinds) => ({
      when: `nearly full: ${JSON.stringify(kinds)}`,
      facts: storage(...kinds),
      state: 'warn' as const,
      says: 'dataverse-storage.low',
      owner: 'licence-admin',
    })),
    ...[
      [stored('Database', 20_480, 21_000)],
      [stored('Database', 20_480, 19_000), stored('Log', 1000, 3000)],
      [stored('Database', 20_480, 1000), stored('File', 1000, 2000)],
    ].map((kinds) => ({
      when: `too much: ${JSON.stringify(kinds)}`,
      facts: storage(...kinds),
      state: 'warn' as const,
      says: 'dataverse-storage.over',
      owner: 'licence-admin',
    })),
    {
      when: 'a report without a database',
      facts: storage(stored('TrialDatabase', 1000, 0)),
      state: 'unknown',
      says: 'dataverse-storage.odd',
    },
    {
      when: 'the report is refused',
      facts: { refused, stored: [], own: undefined, link },
      state: 'unknown',
      says: 'dataverse-storage.unread',
      owner: 'licence-admin',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
