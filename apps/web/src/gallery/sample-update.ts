import type {
  UpdateCell,
  UpdateChoice,
  UpdateOverview,
  UpdateRecord,
  UpdateRecordDetail,
} from '@portico/contract/update';
import { keyOfChoice } from '@portico/contract/update';
import type { Cell, CellKind, Value } from '@portico/merge/canonical/content';
import { suggest } from '@portico/merge/text/suggest';
import { mergeCell } from '@portico/merge/values/merge-cell';
import type { RunEvent } from '@portico/plan/event';
import { standingOf } from '../data/decisions.ts';
import type { Review, StepModel } from '../parts/step-model.ts';
import { environment, environmentDone } from './sample-events.ts';
import { review as siteReview } from './sample-model.ts';
import { minute, ok, found } from './sample-run.ts';

const guid = (n: number) => `3f1e2d3c-4b5a-4968-8778-${n.toString(16).padStart(12, '0')}`;
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
  roles: { customer: guid(201), representative: guid(202), everybody: guid(203) },
};

export const environments: StepModel['choices'] = {
  status: 'ready',
  value: [
    {
      value: ids.environment,
      label: 'Contoso Sandbox',
      hint: 'https://contoso-test.crm4.dynamics.com',
      fitness: 2,
      facts: { sku: 'Sandbox', region: 'europe' },
    },
    { value: environment, label: 'Contoso Production', fitness: 0, reason: { id: 'choices.template.own' } },
  ],
};
export const sites: StepModel['update']['sites'] = {
  status: 'ready',
  value: [
    { value: ids.website, label: 'Customer Portal reference', fitness: 2 },
    { value: guid(2), label: 'Partner test', fitness: 1 },
  ],
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
const shown = JSON.stringify([
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
    tick: { effect: 'wider', shown },
  }),
  record({ id: ids.setting, table: 'adx_sitesetting', title: 'Search/Enabled', ...both(1) }),
  record({ id: ids.link, table: 'adx_weblink', title: 'Contact us', ...both(1), change: 'deleted' }),
  record({ id: ids.file, table: 'adx_webfile', title: 'theme.css', ...both(4) }),
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
];

const sides: UpdateOverview['sides'] = {
  baseline: { at: '2026-03-12T09:14:00Z', origin: 'captured' },
  live: { at: minute(4), records: 1248 },
  template: { at: minute(5), records: 1251 },
};

export const undecided: UpdateOverview = {
  sides,
  records: [...needing, ...quiet],
  questions: [],
  gone: [],
  faults: [],
  leftOut: 14,
  stale: 0,
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

const cellOf = (kind: CellKind, value: Value | undefined): Cell | undefined =>
  value === undefined ? undefined : { kind, value, same: JSON.stringify(value) };

type Three = readonly [base: Value | undefined, ours: Value | undefined, theirs: Value | undefined];

/** One cell, merged as the API merges it. */
function cell(
  name: string,
  kind: CellKind,
  [base, ours, theirs]: Three,
  names: UpdateCell['names'] = {},
): UpdateCell {
  const merged = mergeCell(cellOf(kind, base), cellOf(kind, ours), cellOf(kind, theirs));
  const conflicts =
    merged.state === 'conflict' ? (merged.regions?.filter((region) => region.kind === 'conflict') ?? []) : [];
  return {
    name,
    merged,
    names,
    ...(merged.state === 'conflict' ? {} : { becomes: { value: merged.value ?? null } }),
    ...(conflicts.length > 0 ? { suggestions: conflicts.map((one) => suggest(one) ?? null) } : {}),
  };
}

const page = (greeting: string, link: string, foot: string, more = '') =>
  [
    '<section class="welcome">',
    `  <h1>${greeting}</h1>`,
    '  {% if user %}',
    `    <a href="${link}">Your orders</a>`,
    '  {% endif %}',
    '</section>',
    ...(more ? [more] : []),
    '<footer>',
    '  {% include "contact" %}',
    `  <p>${foot}</p>`,
    '</footer>',
  ].join('\n');

export const home: UpdateRecordDetail = {
  id: ids.home,
  table: 'adx_webpage',
  title: 'Home',
  cells: [
    cell('adx_copy', 'liquid', [
      page('Welcome', '/orders', 'Contoso Ltd'),
      page('Welcome to Contoso', '/orders?view=open', 'Contoso Ltd, Copenhagen'),
      page('Welcome, {{ user.firstname }}', '/orders', 'Contoso Ltd', '<div id="news"></div>').replace(
        'Your orders',
        'Order history',
      ),
    ]),
    cell('adx_title', 'scalar', ['Home', 'Contoso orders', 'Customer Portal']),
    cell('adx_pagetemplateid', 'reference', [guid(501), guid(502), guid(503)], {
      [guid(501)]: 'Home',
      [guid(502)]: 'Home with banner',
      [guid(503)]: 'Home (2026)',
    }),
    cell('adx_customcss', 'style', [
      '.welcome { color: #333; }',
      '.welcome { color: #333; }',
      '.welcome {\n  color: #222;\n}',
    ]),
  ],
};

const roleNames = {
  [ids.roles.customer]: 'Customer',
  [ids.roles.representative]: 'Customer representative',
  [ids.roles.everybody]: 'Authenticated Users',
};
export const permission: UpdateRecordDetail = {
  id: ids.permission,
  table: 'adx_entitypermission',
  title: 'Sales orders of the account',
  cells: [
    cell(
      'adx_entitypermission_webrole',
      'set',
      [[ids.roles.customer], [ids.roles.customer], [ids.roles.customer, ids.roles.representative]],
      roleNames,
    ),
    cell('adx_scope', 'scalar', [756150002, 756150002, 756150000]),
    cell('adx_write', 'scalar', [undefined, undefined, true]),
  ],
};

export const reference: readonly RunEvent[] = environmentDone;
export const compared: readonly RunEvent[] = [
  ...environmentDone,
  {
    type: 'answered',
    step: 'update',
    answers: { template: { environment: ids.environment, website: ids.website } },
  },
  ok(
    'baseline-kept',
    'baseline-kept.ok',
    { records: 1240, at: sides.baseline.at },
    { ...sides.baseline, records: 1240 },
  ),
  ok(
    'template-suitable',
    'template-suitable.ok',
    { name: 'Customer Portal reference', records: 1251 },
    { ...sides.template, name: 'Customer Portal reference' },
  ),
  ok('site-answers', 'site-answers.ok'),
];
const open = (n: number): RunEvent =>
  found('update-decided', {
    state: 'blocked',
    says: { id: 'update-decided.open', values: { open: n } },
    cause: { id: 'update-decided.open.cause' },
    remedy: { owner: 'you', steps: [{ id: 'update-decided.remedy.decide' }] },
    facts: { open: n, writes: 0 },
  });
const notYet: RunEvent = found('update-applied', {
  state: 'skipped',
  because: 'update-decided',
  says: { id: 'check.skipped' },
});

export const toDecide: readonly RunEvent[] = [...compared, open(13), notYet];

export const chosen = (choice: UpdateChoice): RunEvent => ({
  type: 'chosen',
  step: 'update',
  key: keyOfChoice(choice),
  choice,
});
export const choices = {
  first: { kind: 'cell', record: ids.home, cell: 'adx_copy', region: 0, take: 'mine' },
  title: { kind: 'cell', record: ids.home, cell: 'adx_title', take: 'theirs' },
  rule: { kind: 'rule', table: 'adx_webfile', take: 'theirs' },
  tick: { kind: 'tick', record: ids.permission, allow: true, shown },
} satisfies Record<string, UpdateChoice>;

export const allDecided: readonly RunEvent[] = [
  ...compared,
  ...Object.values(choices).map(chosen),
  ok('update-decided', 'update-decided.ok', { writes: 18 }, { open: 0, writes: 18 }),
  found('update-applied', {
    state: 'blocked',
    says: { id: 'update-applied.missing', values: { writes: 18 } },
    remedy: { owner: 'you', steps: [{ id: 'update-applied.remedy' }] },
    facts: { state: 'before' },
  }),
];

const change = (kind: string, count: number, names: string): Review['changes'][number] => ({
  system: 'Dataverse',
  says: { id: `apply-update.change.${kind}`, values: { count, names } },
  undo: 'possible',
});
export const review: Review = {
  changes: [
    change('create', 2, 'Invoices, Returns'),
    change('update', 14, 'Home, Order history, Footer, Search/Enabled, theme.css, …'),
    change('link', 1, 'Sales orders of the account'),
    change('deactivate', 1, 'legacy.js'),
    { system: 'Power Pages', says: { id: 'apply-update.change.restart' }, undo: 'impossible' },
  ],
  drivers: siteReview.drivers,
};

/** Applied, and read back. */
export const applied: readonly RunEvent[] = [
  {
    type: 'operation-started',
    operation: 'o1',
    action: 'apply-update',
    driver: 'automatic',
    changes: review.changes,
    key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c12',
  },
  { type: 'operation-finished', operation: 'o1', outcome: 'done' },
  ok('update-applied', 'update-applied.ok', undefined, { state: 'applied' }),
];

/** What the shell would hand to the screen. */
export function updating(
  more: Partial<StepModel['update']>,
  sent: Parameters<typeof standingOf>[1] = {},
): (state: StepModel['state']) => StepModel['update'] {
  return (state) => ({
    sites,
    lookIn: () => undefined,
    compared: true,
    overview: { status: 'loading' },
    record: undefined,
    hrefOf: (id) => (id ? '#update-text' : '#update-overview'),
    detail: { status: 'loading' },
    decisions: {
      of: (key) => standingOf(state.choices, sent, key),
      decide: () => undefined,
      withdraw: () => undefined,
      forget: () => undefined,
      undo: () => undefined,
      last: choices.first,
    },
    draftOf: () => ({ read: () => undefined, keep: () => undefined, drop: () => undefined }),
    savePlan: { run: () => undefined, busy: false, problem: undefined },
    ...more,
  });
}
