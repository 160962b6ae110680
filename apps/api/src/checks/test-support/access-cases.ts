import { type JudgeCase, link } from './judge-case.ts';

const user = 'ada@contoso.example';
const refused = { code: 'upstream-forbidden' };
const [platform, global] = ['Power Platform Administrator', 'Global Administrator'];
const finance = { user: 'ada', enabled: true, holds: true, link };

export const accessCases = {
  'system-administrator': [
    {
      when: 'held directly',
      facts: { user, held: 'directly', link },
      state: 'ok',
      says: 'system-administrator.ok',
    },
    {
      when: 'held by a team',
      facts: { user, held: 'by-team', team: 'Administrators', link },
      state: 'blocked',
      says: 'system-administrator.by-team',
      owner: 'environment-admin',
    },
    {
      when: 'not held',
      facts: { user, held: 'not', link },
      state: 'blocked',
      says: 'system-administrator.missing',
      owner: 'environment-admin',
    },
    {
      when: 'not held directly, and the teams couldn’t be read',
      facts: { user, held: 'unclear', link },
      state: 'blocked',
      says: 'system-administrator.unclear',
    },
  ],
  'read-write-access': [
    { when: 'Read-Write', facts: { user, mode: 0, link }, state: 'ok', says: 'read-write-access.ok' },
    ...[1, 2, 3, 4, 99].map((mode) => ({
      when: `access mode ${mode}`,
      facts: { user, mode, link },
      state: 'blocked' as const,
      says: 'read-write-access.other',
      owner: 'environment-admin',
    })),
    {
      when: 'the row of all delegated administrators',
      facts: { user: 'crmoln2@microsoft.com', mode: 5, link },
      state: 'blocked',
      says: 'read-write-access.delegated',
    },
  ],
  'site-creation-allowed': [
    { when: 'open to everybody', facts: { closed: false }, state: 'ok', says: 'site-creation-allowed.ok' },
    {
      when: 'closed, and an administrator directly',
      facts: { closed: true, roles: [global, platform] },
      state: 'ok',
      says: 'site-creation-allowed.exempt',
    },
    {
      when: 'closed, and no administrator directly',
      facts: { closed: true, roles: [] },
      state: 'blocked',
      says: 'site-creation-allowed.closed',
      owner: 'tenant-admin',
    },
    {
      when: 'closed, and Global Administrator alone',
      facts: { closed: true, roles: [global] },
      state: 'unknown',
      says: 'site-creation-allowed.global',
      owner: 'tenant-admin',
    },
    {
      when: 'closed, and the roles couldn’t be read',
      facts: { closed: true, roles: undefined },
      state: 'unknown',
      says: 'site-creation-allowed.unread',
      owner: 'tenant-admin',
    },
    {
      when: 'the setting is refused',
      facts: { refused },
      state: 'unknown',
      says: 'site-creation-allowed.unsaid',
      owner: 'tenant-admin',
    },
  ],
  'finance-operations-administrator': [
    { when: 'held', facts: finance, state: 'ok', says: 'finance-operations-administrator.ok' },
    {
      when: 'not held',
      facts: { ...finance, holds: false },
      state: 'blocked',
      says: 'finance-operations-administrator.lacks',
      owner: 'finance-operations-admin',
    },
    {
      when: 'held by a user that is disabled',
      facts: { ...finance, enabled: false },
      state: 'blocked',
      says: 'finance-operations-administrator.disabled',
      owner: 'finance-operations-admin',
    },
    {
      when: 'not to be read',
      facts: { refused: { code: 'token-refused' }, link },
      state: 'unknown',
      says: 'finance-operations-administrator.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'service-administrator': [
    {
      when: 'two roles, directly',
      facts: { roles: [platform, global] },
      state: 'ok',
      says: 'service-administrator.ok',
    },
    {
      when: 'none directly',
      facts: { roles: [] },
      state: 'warn',
      says: 'service-administrator.none',
      owner: 'tenant-admin',
    },
    {
      when: 'not to be read',
      facts: { roles: undefined },
      state: 'unknown',
      says: 'service-administrator.unread',
      owner: 'you',
    },
  ],
  'home-tenant': [
    { when: 'a member', facts: { account: 'member' }, state: 'ok', says: 'home-tenant.ok' },
    {
      when: 'a guest',
      facts: { account: 'guest', home: 'adatum.example' },
      state: 'warn',
      says: 'home-tenant.guest',
      owner: 'tenant-admin',
    },
    {
      when: 'a partner by delegation',
      facts: { account: 'delegated' },
      state: 'warn',
      says: 'home-tenant.delegated',
      owner: 'tenant-admin',
    },
    {
      when: 'not to be read',
      facts: { refused },
      state: 'unknown',
      says: 'home-tenant.unread',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
