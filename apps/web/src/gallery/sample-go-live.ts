import type { RunEvent } from '@portico/plan/event';
import type { Review } from '../parts/step-model.ts';
import { siteDone, siteReady } from './sample-events.ts';
import { mapsPaused } from './sample-maps-later.ts';
import { found, ok } from './sample-run.ts';

const name = 'Contoso orders';
const url = 'https://contoso-orders.powerappsportals.com';
const admin = 'https://admin.powerplatform.microsoft.com/resources/portals';
const day = 86_400_000;

/** A clock that has so many days left, from today on. */
export function clockOf(left: number, suspended = false) {
  const end = Date.now() + (left + 0.5) * day;
  const [first, last] = suspended ? [end - 7 * day, end] : [end, end + 7 * day];
  return {
    suspendedOn: new Date(first).toISOString(),
    deletedOn: new Date(last).toISOString(),
    left,
    suspended,
  };
}

export const clockFound = (left: number, suspended = false): RunEvent => {
  const clock = clockOf(left, suspended);
  const facts = { name, url, clock };
  const values = { name, suspendedOn: clock.suspendedOn, deletedOn: clock.deletedOn };
  if (!suspended && left > 14) return ok('trial-clock', 'trial-clock.runs', values, facts);
  return found('trial-clock', {
    state: 'warn',
    says: suspended
      ? { id: 'trial-clock.suspended', values }
      : { id: 'trial-clock.soon', values: { ...values, left } },
    cause: { id: 'trial-clock.cause' },
    remedy: { owner: 'you', steps: [{ id: 'trial-clock.remedy.convert' }], link: admin },
    facts,
  });
};

const stopped: RunEvent = {
  type: 'operation-started',
  operation: 'o1',
  action: 'provision-site',
  driver: 'automatic',
  changes: [],
  key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c11',
};

/** All that comes before: the site stands, private and a trial. */
const siteStands: readonly RunEvent[] = [
  ...siteReady,
  stopped,
  { type: 'operation-finished', operation: 'o1', outcome: 'done' },
  ...siteDone,
];

const seen: readonly RunEvent[] = [
  ok('conversion-kind', 'conversion-kind.ok', { sku: 'Production' }),
  ok('conversion-rights', 'conversion-rights.ok'),
  found('site-public', {
    state: 'blocked',
    todo: true,
    says: { id: 'site-public.private', values: { url } },
    cause: { id: 'site-public.cause' },
    remedy: {
      owner: 'you',
      steps: [{ id: 'site-public.remedy.convert' }, { id: 'site-public.remedy.stay' }],
      link: admin,
    },
    facts: { visibility: 'private' },
  }),
  found('publishing-allowed', {
    state: 'warn',
    says: { id: 'publishing-allowed.governed' },
    cause: { id: 'publishing-allowed.governed.cause', values: { value: 'None' } },
    remedy: {
      owner: 'tenant-admin',
      steps: [{ id: 'publishing-allowed.remedy.convert' }, { id: 'publishing-allowed.remedy.control' }],
      link: admin,
    },
  }),
  ok('custom-domain', 'custom-domain.ok', { url }, { hosts: [] }),
];

export const toDecide: readonly RunEvent[] = [...siteStands, ...seen, clockFound(78)];

const decided = (answers: unknown): RunEvent => ({ type: 'answered', step: 'go-live', answers });
const trial = (state: 'trial' | 'suspended'): RunEvent =>
  found('site-is-production', {
    state: 'blocked',
    ...(state === 'trial' ? { todo: true } : {}),
    says: { id: `site-is-production.${state}`, values: { name } },
    remedy: { owner: 'you', steps: [{ id: 'site-is-production.remedy.convert' }], link: admin },
    facts: { type: 'trial' },
  });

export const toConvert: readonly RunEvent[] = [
  ...siteStands,
  decided({ convert: 'now' }),
  ...seen,
  clockFound(78),
  trial('trial'),
];

export const convertLater: readonly RunEvent[] = [
  ...siteStands,
  decided({ convert: 'later', by: 'Mona Berg' }),
  ...seen,
  clockFound(9),
  found('site-public', {
    state: 'warn',
    says: { id: 'site-public.later', values: { url } },
    cause: { id: 'site-public.cause' },
    remedy: { owner: 'you', steps: [{ id: 'site-public.remedy.convert' }], link: admin },
    facts: { visibility: 'private' },
  }),
  found('site-is-production', {
    state: 'warn',
    says: {
      id: 'site-is-production.later',
      values: { name, by: 'Mona Berg', suspendedOn: clockOf(9).suspendedOn },
    },
    remedy: {
      owner: 'you',
      steps: [{ id: 'site-is-production.remedy.remind', values: { by: 'Mona Berg' } }],
    },
    facts: { type: 'trial' },
  }),
];

/** Nine days before the end, and two of the maps are paused. */
export const rotten: readonly RunEvent[] = [
  ...convertLater,
  ...mapsPaused.slice(-1),
  found('site-answers', {
    state: 'blocked',
    says: { id: 'site-answers.silent', values: { url, status: 403 } },
    remedy: { owner: 'microsoft', steps: [{ id: 'site-answers.remedy' }] },
  }),
];

export const liveTrial: readonly RunEvent[] = [...convertLater, clockFound(78)];

export const suspendedLater: readonly RunEvent[] = [
  ...siteStands,
  decided({ convert: 'later', by: 'Mona Berg' }),
  ...seen,
  clockFound(4, true),
  trial('suspended'),
];

/** Converted, and nobody but colleagues can open it. */
export const hidden: readonly RunEvent[] = [
  ...toConvert,
  { ...stopped, operation: 'o2', action: 'convert-site', key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c12' },
  { type: 'operation-said', operation: 'o2', says: { id: 'convert-site.asked' } },
  { type: 'operation-finished', operation: 'o2', outcome: 'done' },
  ok('site-is-production', 'site-is-production.ok', { name }, { type: 'production' }),
  ok('trial-clock', 'trial-clock.ok', { name }, { name, url }),
];

/** The same, and somebody has said why it stays so. */
export const hiddenOnPurpose: readonly RunEvent[] = [
  ...hidden,
  {
    type: 'override',
    check: 'site-public',
    given: { reason: 'The customer opens it after the training in January.', until: clockOf(30).suspendedOn },
  },
];

export const live: readonly RunEvent[] = [
  ...hidden,
  ok('site-public', 'site-public.ok', { url }, { visibility: 'public' }),
  ok('publishing-allowed', 'publishing-allowed.done'),
  ok(
    'custom-domain',
    'custom-domain.own',
    { hosts: 'orders.contoso.com' },
    { hosts: ['orders.contoso.com'] },
  ),
];

const guided = (steps: readonly string[]): Review['drivers']['guided'] => ({
  available: true,
  guide: {
    who: 'environment-admin',
    link: admin,
    steps: [{ id: 'change-site.guide.manage', values: { name } }, ...steps.map((id) => ({ id }))],
    notice: { id: 'change-site.guide.notice' },
  },
});

export const convertReview: Review = {
  changes: [
    { system: 'Power Pages', says: { id: 'convert-site.change', values: { name } }, undo: 'impossible' },
    { system: 'Licences', says: { id: 'convert-site.change.paid' }, undo: 'impossible' },
  ],
  drivers: {
    automatic: { available: true },
    guided: guided(['convert-site.guide.convert', 'convert-site.guide.confirm']),
  },
};

export const deleteReview: Review = {
  changes: [
    {
      system: 'Power Pages',
      says: { id: 'delete-site-host.change', values: { name, url } },
      undo: 'by-hand',
    },
    { system: 'Power Pages', says: { id: 'delete-site-host.change.lost' }, undo: 'impossible' },
    { system: 'Dataverse', says: { id: 'delete-site-host.change.stays' }, undo: 'possible' },
  ],
  confirm: 'contoso-orders.powerappsportals.com',
  drivers: { automatic: { available: true }, guided: guided(['delete-site-host.guide.press']) },
};
