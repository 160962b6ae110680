import type { UpdateOverview, UpdateRecord } from '@portico/contract/update';
import { minute } from './sample-run.ts';

/** An id like those of Dataverse. */
export const guid = (n: number) => `3f1e2d3c-4b5a-4968-8778-${n.toString(16).padStart(12, '0')}`;
export const ids = {
  environment: '7c1e2d3c-4b5a-4968-8778-695a4b3c2d99',
  website: guid(1),
  home: guid(100),
  orders: guid(101),
  footer: guid(102),
  permission: guid(103),
  setting: guid(104),
  link: guid(105),
  file: guid(106),
  header: guid(107),
  invoices: guid(108),
  roles: { customer: guid(201), representative: guid(202), everybody: guid(203) },
};

type Given = Partial<UpdateRecord> & Pick<UpdateRecord, 'id' | 'table' | 'title'>;
const record = (given: Given): UpdateRecord => ({
  state: 'theirs',
  change: 'edited',
  conflicts: 0,
  open: 0,
  ...given,
});
const both = (n: number, open = n) => ({ state: 'different', conflicts: n, open }) as const;

/** What would be written of the permission, as the merge says it. */
export const shown = JSON.stringify([
  true,
  [
    ['adx_entitypermission_webrole', [ids.roles.customer, ids.roles.representative]],
    ['adx_scope', 756150000],
    ['adx_write', true],
  ],
]);

const needing: readonly UpdateRecord[] = [
  record({ id: ids.home, table: 'adx_webpage', title: 'Home', ...both(3) }),
  record({ id: ids.orders, table: 'adx_webtemplate', title: 'Order history', ...both(2) }),
  record({ id: ids.footer, table: 'adx_contentsnippet', title: 'Footer', ...both(1) }),
  record({
    id: ids.permission,
    table: 'adx_entitypermission',
    title: 'Sales orders of the account',
    guarded: true,
    tick: { effect: 'wider', shown },
  }),
  record({ id: ids.setting, table: 'adx_sitesetting', title: 'Search/Enabled', ...both(1) }),
  record({ id: ids.link, table: 'adx_weblink', title: 'Contact us', ...both(1), change: 'deleted' }),
  record({ id: ids.file, table: 'adx_webfile', title: 'theme.css', ...both(4) }),
  record({
    id: ids.header,
    table: 'adx_sitesetting',
    title: 'HTTP/X-Content-Type-Options',
    change: 'added',
    only: 'theirs',
    guarded: true,
    tick: { effect: 'unclear', shown: JSON.stringify([true, [['adx_value', 'nosniff']]]) },
  }),
];
const quiet: readonly UpdateRecord[] = [
  ...['Browser title', 'Sign in', 'Register', 'Order total', 'Ship to', 'Search', 'Help', 'Welcome'].map(
    (title, n) => record({ id: guid(300 + n), table: 'adx_contentsnippet', title }),
  ),
  record({ id: guid(320), table: 'adx_webpage', title: 'Invoices', change: 'added' }),
  record({ id: guid(321), table: 'adx_webpage', title: 'Returns', change: 'added' }),
  record({ id: guid(322), table: 'adx_webfile', title: 'legacy.js', change: 'deleted' }),
  record({ id: guid(323), table: 'adx_webpage', title: 'About Contoso', state: 'ours', change: 'added' }),
  record({ id: guid(324), table: 'adx_contentsnippet', title: 'Slogan', state: 'ours' }),
  record({
    id: ids.invoices,
    table: 'adx_entitypermission',
    title: 'Invoices of the account',
    guarded: true,
    narrower: true,
  }),
];

export const sides: UpdateOverview['sides'] = {
  baseline: { at: '2026-03-12T09:14:00Z', origin: 'captured' },
  live: { at: minute(4), records: 1248 },
  template: { at: minute(5), records: 1251 },
};

export const undecided: UpdateOverview = {
  sides,
  records: [...needing, ...quiet],
  questions: [],
  gone: [],
  named: [],
  faults: [],
  leftOut: 14,
  stale: 0,
  outdated: [],
  writes: { create: 2, update: 8, link: 0, deactivate: 1, reactivate: 0 },
};

export const asking: UpdateOverview = {
  ...undecided,
  sides: { ...sides, baseline: { at: minute(4), origin: 'inferred' } },
  questions: [
    {
      kind: 'ambiguous',
      table: 'adx_weblink',
      theirs: [{ id: guid(400), title: 'Orders' }],
      candidates: [
        { id: 'a1b2c3d4-4b5a-4968-8778-695a4b3c2d01', title: 'Orders' },
        { id: 'd4e5f6a7-4b5a-4968-8778-695a4b3c2d01', title: 'Orders' },
      ],
    },
    {
      kind: 'renamed',
      table: 'adx_webtemplate',
      theirs: [{ id: guid(401), title: 'Order list' }],
      candidates: [{ id: guid(402), title: 'My orders' }],
    },
  ],
  named: [{ record: ids.home, cell: 'adx_copy', target: { id: guid(300), title: 'Browser title' } }],
  gone: [{ record: ids.link, cell: 'adx_pageid', target: { id: guid(403), title: 'Contact' } }],
  faults: [
    {
      record: ids.orders,
      cell: 'adx_source',
      faults: [{ language: 'Liquid', line: 4, says: 'tag {% if %} is not closed' }],
    },
  ],
};

const settled = ({ conflicts, tick, ...rest }: UpdateRecord): UpdateRecord => ({
  ...rest,
  conflicts,
  open: 0,
  ...(tick ? { tick: { ...tick, allow: true } } : {}),
});
export const decided: UpdateOverview = {
  ...undecided,
  records: undecided.records.map(settled),
  stale: 1,
  outdated: [],
  writes: { create: 2, update: 14, link: 1, deactivate: 1, reactivate: 0 },
};

const tables = ['adx_contentsnippet', 'adx_webpage', 'adx_webfile', 'adx_sitesetting', 'adx_entityform'];
const states = ['theirs', 'ours', 'theirs', 'different', 'same'] as const;
export const many: UpdateOverview = {
  ...undecided,
  records: Array.from({ length: 10_000 }, (_, n) => {
    const state = states[n % 5] ?? 'theirs';
    return record({
      id: guid(10_000 + n),
      table: tables[(n % 7) % 5] ?? 'adx_webpage',
      title: `Record ${n + 1}`,
      state,
      ...(state === 'different' && n % 3 === 0 ? both(2, 1) : {}),
    });
  }),
};
