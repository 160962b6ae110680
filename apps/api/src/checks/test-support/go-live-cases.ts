import { type JudgeCase, link } from './judge-case.ts';

const name = 'Contoso orders';
const url = 'https://contoso-orders.example';
const clock = {
  suspendedOn: '2027-02-21T12:00:03.000Z',
  deletedOn: '2027-02-28T12:00:03.000Z',
  left: 60,
  suspended: false,
};
const trial = { name, url, production: false, clock, link };
const stood = { name, status: 'OperationComplete', type: 'Trial' };
const standing = { site: stood, by: undefined, until: clock.suspendedOn, link };
const mine = { name, production: false, mine: true, role: undefined, unread: false, link };
const open = {
  public: false,
  production: false,
  developer: false,
  policy: '',
  included: false,
  excluded: false,
  closed: false,
  administrator: false,
  link,
};

export const goLiveCases = {
  'trial-clock': [
    {
      when: 'it is a production site',
      facts: { ...trial, production: true, clock: undefined },
      state: 'ok',
      says: 'trial-clock.ok',
    },
    { when: 'there is time', facts: trial, state: 'ok', says: 'trial-clock.runs' },
    {
      when: 'the 15th day before the end',
      facts: { ...trial, clock: { ...clock, left: 15 } },
      state: 'ok',
      says: 'trial-clock.runs',
    },
    ...[14, 1, 0].map((left) => ({
      when: `${left} days before the end`,
      facts: { ...trial, clock: { ...clock, left } },
      state: 'warn' as const,
      says: 'trial-clock.soon',
      owner: 'you',
    })),
    {
      when: 'it has ended',
      facts: { ...trial, clock: { ...clock, left: 5, suspended: true } },
      state: 'warn',
      says: 'trial-clock.suspended',
      owner: 'you',
    },
    {
      when: 'Microsoft counts otherwise',
      facts: { ...trial, clock: { ...clock, left: 20, counted: 20 } },
      state: 'ok',
      says: 'trial-clock.runs',
    },
    {
      when: 'nobody says how long',
      facts: { ...trial, clock: undefined },
      state: 'unknown',
      says: 'trial-clock.unsaid',
      owner: 'you',
    },
  ],
  'site-is-production': [
    {
      when: 'it is one',
      facts: { ...standing, site: { ...stood, type: 'Production' } },
      state: 'ok',
      says: 'site-is-production.ok',
    },
    {
      when: 'a trial, and it was to be converted now',
      facts: standing,
      state: 'blocked',
      todo: true,
      says: 'site-is-production.trial',
      owner: 'you',
    },
    {
      when: 'a trial, and somebody converts it later',
      facts: { ...standing, by: 'Mona Berg' },
      state: 'warn',
      says: 'site-is-production.later',
      owner: 'you',
    },
    {
      when: 'the same, and nobody says until when',
      facts: { ...standing, by: 'Mona Berg', until: undefined },
      state: 'warn',
      says: 'site-is-production.later-undated',
      owner: 'you',
    },
    {
      when: 'suspended, though somebody was to convert it',
      facts: { ...standing, by: 'Mona Berg', site: { ...stood, status: 'StateSuspended' } },
      state: 'blocked',
      says: 'site-is-production.suspended',
      owner: 'you',
    },
    {
      when: 'there is none',
      facts: { ...standing, site: undefined },
      state: 'blocked',
      says: 'site-is-production.none',
      owner: 'you',
    },
    // A type that nobody has heard of is none that stays.
    {
      when: 'it has a type that nobody knows',
      facts: { ...standing, site: { ...stood, type: 'Perhaps' } },
      state: 'blocked',
      todo: true,
      says: 'site-is-production.trial',
    },
  ],
  'conversion-kind': [
    ...['Production', 'Sandbox', 'Default'].map((sku) => ({
      when: `in a ${sku} environment`,
      facts: { production: false, sku, later: false, link },
      state: 'ok' as const,
      says: 'conversion-kind.ok',
    })),
    {
      when: 'it is a production site',
      facts: { production: true, sku: 'Trial', later: false, link },
      state: 'ok',
      says: 'conversion-kind.done',
    },
    ...(['Trial', 'Developer'] as const).flatMap((sku) => [
      {
        when: `in a ${sku} environment`,
        facts: { production: false, sku, later: false, link },
        state: 'blocked' as const,
        says: `conversion-kind.${sku.toLowerCase()}`,
        owner: 'environment-admin',
      },
      {
        when: `in a ${sku} environment, and later`,
        facts: { production: false, sku, later: true, link },
        state: 'warn' as const,
        says: `conversion-kind.${sku.toLowerCase()}`,
      },
    ]),
    {
      when: 'in an environment of a new kind',
      facts: { production: false, sku: 'Teams', later: false, link },
      state: 'warn',
      says: 'conversion-kind.odd',
    },
  ],
  'conversion-rights': [
    { when: 'you made it', facts: mine, state: 'ok', says: 'conversion-rights.ok' },
    {
      when: 'it is a production site',
      facts: { ...mine, mine: false, production: true },
      state: 'ok',
      says: 'conversion-rights.done',
    },
    {
      when: 'another made it, and you hold a role',
      facts: { ...mine, mine: false, role: 'System Administrator' },
      state: 'warn',
      says: 'conversion-rights.role',
      owner: 'environment-admin',
    },
    {
      when: 'another made it, and you hold none',
      facts: { ...mine, mine: false },
      state: 'blocked',
      says: 'conversion-rights.missing',
      owner: 'environment-admin',
    },
    {
      when: 'another made it, and not all roles could be read',
      facts: { ...mine, mine: false, unread: true },
      state: 'unknown',
      says: 'conversion-rights.unread',
      owner: 'environment-admin',
    },
  ],
  'site-public': [
    { when: 'public', facts: { url, visibility: 'public', link }, state: 'ok', says: 'site-public.ok' },
    {
      when: 'private',
      facts: { url, visibility: 'private', waits: false, trial: false, link },
      state: 'blocked',
      todo: true,
      says: 'site-public.private',
      owner: 'you',
    },
    {
      when: 'private, and a trial that is converted first',
      facts: { url, visibility: 'private', waits: false, trial: true, link },
      state: 'blocked',
      todo: true,
      says: 'site-public.private',
      owner: 'you',
    },
    {
      when: 'private, and somebody converts it later',
      facts: { url, visibility: 'private', waits: true, trial: true, link },
      state: 'warn',
      says: 'site-public.later',
      owner: 'you',
    },
    ...['', 'perhaps'].map((visibility) => ({
      when: `it says “${visibility}”`,
      facts: { url, visibility, link },
      state: 'unknown' as const,
      says: 'site-public.unsaid',
    })),
  ],
  'publishing-allowed': [
    { when: 'nothing speaks against it', facts: open, state: 'ok', says: 'publishing-allowed.ok' },
    { when: 'it is public', facts: { ...open, public: true }, state: 'ok', says: 'publishing-allowed.done' },
    {
      when: 'in a developer environment',
      facts: { ...open, developer: true },
      state: 'warn',
      says: 'publishing-allowed.developer',
      owner: 'you',
    },
    ...[
      ['None', false, false],
      ['Include', false, false],
      ['Exclude', false, true],
    ].map(([policy, included, excluded]) => ({
      when: `the control says ${String(policy)}, and not this one`,
      facts: { ...open, policy, included, excluded },
      state: 'warn' as const,
      says: 'publishing-allowed.governed',
      owner: 'tenant-admin',
    })),
    ...[
      ['All', false, false],
      ['Include', true, false],
      ['Exclude', false, false],
    ].map(([policy, included, excluded]) => ({
      when: `the control says ${String(policy)}, and this one`,
      facts: { ...open, policy, included, excluded },
      state: 'ok' as const,
      says: 'publishing-allowed.ok',
    })),
    {
      when: 'the control says None, and it is a production site',
      facts: { ...open, policy: 'None', production: true },
      state: 'ok',
      says: 'publishing-allowed.ok',
    },
    {
      when: 'the tenant keeps it to a group',
      facts: { ...open, closed: true },
      state: 'warn',
      says: 'publishing-allowed.group',
      owner: 'tenant-admin',
    },
    {
      when: 'the tenant keeps it to a group, and you administer the tenant',
      facts: { ...open, closed: true, administrator: true },
      state: 'ok',
      says: 'publishing-allowed.ok',
    },
  ],
  'custom-domain': [
    { when: 'none', facts: { url, hosts: [], link }, state: 'ok', says: 'custom-domain.ok' },
    {
      when: 'one',
      facts: { url, hosts: ['orders.contoso.example'], link },
      state: 'ok',
      says: 'custom-domain.own',
    },
    {
      when: 'nobody says',
      facts: { url, hosts: undefined, link },
      state: 'unknown',
      says: 'custom-domain.unsaid',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
