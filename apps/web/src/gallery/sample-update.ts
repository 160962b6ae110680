import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { RunEvent } from '@portico/plan/event';
import { standingOf } from '../data/decisions.ts';
import type { Review, StepModel } from '../parts/step-model.ts';
import { environment, environmentDone } from './sample-events.ts';
import { noSnapshots, review as siteReview } from './sample-model.ts';
import { found, ok } from './sample-run.ts';
import { guid, ids, shown, sides } from './sample-update-records.ts';

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
  ok('site-writable', 'site-writable.ok'),
];
const open = (n: number): RunEvent =>
  found('update-decided', {
    state: 'blocked',
    todo: true,
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

export const toDecide: readonly RunEvent[] = [...compared, open(8), notYet];

export const chosen = (choice: UpdateChoice): RunEvent => ({
  type: 'chosen',
  step: 'update',
  key: keyOfChoice(choice),
  choice,
});
export const choices = {
  first: { kind: 'cell', record: ids.home, cell: 'adx_copy', region: 0, take: 'mine' },
  title: { kind: 'cell', record: ids.home, cell: 'adx_title', take: 'theirs' },
  css: {
    kind: 'cell',
    record: ids.home,
    cell: 'adx_customcss',
    take: 'edit',
    value: '.welcome { color: #000; }',
    of: 'before',
  },
  rule: { kind: 'rule', table: 'adx_webfile', take: 'theirs' },
  tick: { kind: 'tick', record: ids.permission, allow: true, shown },
} satisfies Record<string, UpdateChoice>;

export const allDecided: readonly RunEvent[] = [
  ...compared,
  ...[choices.first, choices.title, choices.rule, choices.tick].map(chosen),
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
    templates: { status: 'ready', value: [] },
    proposed: undefined,
    lookIn: () => undefined,
    compared: true,
    overview: { status: 'loading' },
    counting: false,
    record: undefined,
    hrefOf: (id) => (id ? '#update-text' : '#update-overview'),
    detail: { status: 'loading' },
    preview: { status: 'loading' },
    lookAtPreview: () => undefined,
    snapshots: noSnapshots,
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
