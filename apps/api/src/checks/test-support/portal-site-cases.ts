import { type JudgeCase, link } from './judge-case.ts';

const site = {
  name: 'Orders',
  websiteUrl: 'https://contoso-orders.example',
  status: 'OperationComplete',
  packageInstallStatus: 'Installed',
  type: 'Trial',
  trialExpiringInDays: 90,
};
const address = { subdomain: 'contoso', other: false, spoken: true };
const url = 'https://contoso-orders.example';

export const portalSiteCases = {
  'site-address': [
    { when: 'nothing speaks against it', facts: address, state: 'ok', says: 'site-address.ok' },
    {
      when: 'another site has it',
      facts: { ...address, other: true },
      state: 'blocked',
      says: 'site-address.taken',
      owner: 'you',
    },
    {
      when: 'the language is off',
      facts: { ...address, spoken: false },
      state: 'blocked',
      says: 'site-address.language',
      owner: 'environment-admin',
    },
  ],
  'site-provisioned': [
    { when: 'ready as documented', facts: { site, link }, state: 'ok', says: 'site-provisioned.ok' },
    {
      when: 'ready as seen live',
      facts: { site: { ...site, status: 'StateConfigured' }, link },
      state: 'ok',
      says: 'site-provisioned.ok',
    },
    {
      when: 'not there',
      facts: { site: undefined, link },
      state: 'blocked',
      says: 'site-provisioned.none',
      owner: 'you',
    },
    {
      when: 'under way',
      facts: { site: { ...site, status: 'OperationInProgress' }, link },
      state: 'blocked',
      says: 'site-provisioned.busy',
      owner: 'microsoft',
    },
    {
      when: 'the host is ready and its package is not',
      facts: { site: { ...site, packageInstallStatus: 'Installing' }, link },
      state: 'blocked',
      says: 'site-provisioned.busy',
    },
    // A status nobody knows is neither done nor failed.
    {
      when: 'in a state that nobody knows',
      facts: { site: { ...site, status: 'StateSomethingNew' }, link },
      state: 'blocked',
      says: 'site-provisioned.busy',
    },
    { when: 'it says nothing', facts: { site: {}, link }, state: 'blocked', says: 'site-provisioned.busy' },
    {
      when: 'failed',
      facts: { site: { ...site, status: 'OperationFailed' }, link },
      state: 'blocked',
      says: 'site-provisioned.failed',
      owner: 'environment-admin',
    },
    {
      when: 'its package failed',
      facts: { site: { ...site, packageInstallStatus: 'InstallFailed' }, link },
      state: 'blocked',
      says: 'site-provisioned.failed',
    },
  ],
  'site-answers': [
    { when: 'open', facts: { url, status: 200 }, state: 'ok', says: 'site-answers.ok' },
    { when: 'private', facts: { url, status: 302 }, state: 'ok', says: 'site-answers.private' },
    ...[0, 404, 500, 503].map((status) => ({
      when: `it answers ${status}`,
      facts: { url, status },
      state: 'blocked' as const,
      says: 'site-answers.silent',
      owner: 'microsoft',
    })),
  ],
} satisfies Record<string, readonly JudgeCase[]>;
