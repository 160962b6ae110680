import { type JudgeCase, link } from './judge-case.ts';

const site = {
  name: 'Orders',
  websiteUrl: 'https://contoso-orders.example',
  status: 'OperationComplete',
  type: 'Trial',
  trialExpiringInDays: 90,
};
const url = 'https://contoso-orders.example';
const address = { subdomain: 'contoso', known: [], spoken: true, pages: true, link };
const there = { name: 'Orders', url, subdomain: 'contoso-orders', language: 1033 };
const home = { url, link, published: true, public: true, status: 200, renders: true };
const [name, at] = ['Cora Lind', '2026-11-26T10:00:00Z'];
const signIn = { page: `${url}/SignIn`, link, on: true, public: true, status: 200 };

export const portalSiteCases = {
  'site-address': [
    { when: 'nothing speaks against it', facts: address, state: 'ok', says: 'site-address.ok' },
    {
      when: 'the site is there',
      facts: { ...address, mine: { url, ours: 'yes', failed: false } },
      state: 'ok',
      says: 'site-address.exists',
    },
    {
      when: 'a site is there that doesn’t say what it is',
      facts: { ...address, mine: { url, ours: 'maybe', failed: false } },
      state: 'ok',
      says: 'site-address.exists',
    },
    {
      when: 'the site is there with other pages than those that were chosen',
      facts: { ...address, mine: { url, ours: 'yes', failed: false, others: true } },
      state: 'blocked',
      says: 'site-address.other-pages',
      owner: 'you',
    },
    {
      when: 'the portal is at another address',
      facts: { ...address, portal: there },
      state: 'blocked',
      says: 'site-address.elsewhere',
      owner: 'you',
    },
    {
      when: 'another site has it',
      facts: { ...address, mine: { url, ours: 'no', failed: false } },
      state: 'blocked',
      says: 'site-address.taken',
      owner: 'you',
    },
    {
      when: 'a site had it that failed',
      facts: { ...address, mine: { url, ours: 'no', failed: true } },
      state: 'ok',
      says: 'site-address.ok',
    },
    {
      when: 'a site at another address failed',
      facts: { ...address, remains: there },
      state: 'warn',
      says: 'site-address.failed',
      owner: 'environment-admin',
    },
    {
      when: 'the language is off',
      facts: { ...address, spoken: false },
      state: 'blocked',
      says: 'site-address.language',
      owner: 'environment-admin',
    },
    {
      when: 'the pages are gone, or shown by another site',
      facts: { ...address, pages: false },
      state: 'blocked',
      says: 'site-address.record',
      owner: 'you',
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
      when: 'its trial has ended',
      facts: { site: { ...site, status: 'StateSuspended', trialExpiringInDays: 0 }, link },
      state: 'warn',
      says: 'site-provisioned.suspended',
      owner: 'you',
    },
    {
      when: 'its host is being deleted',
      facts: { site: { ...site, status: 'StateDeletingApplication' }, link },
      state: 'blocked',
      says: 'site-provisioned.deleting',
      owner: 'microsoft',
    },
    {
      when: 'it shows the pages that were chosen',
      facts: { site: { ...site, websiteRecordId: 'AA' }, wanted: 'aa', link },
      state: 'ok',
      says: 'site-provisioned.ok',
    },
    {
      when: 'it shows other pages',
      facts: { site: { ...site, websiteRecordId: 'bb' }, wanted: 'aa', link },
      state: 'blocked',
      says: 'site-provisioned.other-pages',
      owner: 'you',
    },
  ],
  'site-package': [
    ...['Installed', 'TemplateInstalled'].map((state) => ({
      when: `it is ${state}`,
      facts: { state, version: '9.6.9.39', link },
      state: 'ok' as const,
      says: 'site-package.ok',
    })),
    ...['Installing', 'InstallScheduled', 'None', 'SomethingNew', '?'].map((state) => ({
      when: `it is ${state}`,
      facts: { state, version: '?', link },
      state: 'blocked' as const,
      says: 'site-package.busy',
      owner: 'microsoft',
    })),
    {
      when: 'it has failed',
      facts: { state: 'InstallFailed', version: '?', link },
      state: 'blocked',
      says: 'site-package.failed',
      owner: 'environment-admin',
    },
  ],
  'site-standard-model': [
    {
      when: 'standard, and seen',
      facts: { model: 'Standard', record: true, link },
      state: 'ok',
      says: 'site-standard-model.ok',
    },
    {
      when: 'Power Pages doesn’t say, and Dataverse has the record',
      facts: { model: '', record: true, link },
      state: 'ok',
      says: 'site-standard-model.ok',
    },
    {
      when: 'Power Pages says standard, and Dataverse shows nothing',
      facts: { model: 'Standard', record: false, link },
      state: 'unknown',
      says: 'site-standard-model.unseen',
    },
    {
      when: 'enhanced',
      facts: { model: 'Enhanced', record: true, link },
      state: 'blocked',
      says: 'site-standard-model.enhanced',
      owner: 'environment-admin',
    },
  ],
  'site-language': [
    {
      when: 'as decided',
      facts: { decided: 1033, language: 1033, link },
      state: 'ok',
      says: 'site-language.ok',
    },
    {
      when: 'another one',
      facts: { decided: 1033, language: 1031, link },
      state: 'blocked',
      says: 'site-language.other',
      owner: 'you',
    },
    {
      when: 'nobody says',
      facts: { decided: 1033, language: undefined, link },
      state: 'unknown',
      says: 'site-language.unsaid',
    },
  ],
  'site-answers': [
    { when: 'open', facts: { url, status: 200, signIn: false }, state: 'ok', says: 'site-answers.ok' },
    {
      when: 'private',
      facts: { url, status: 302, to: 'login.example', signIn: true },
      state: 'ok',
      says: 'site-answers.private',
    },
    {
      when: 'it leads elsewhere',
      facts: { url, status: 302, to: 'shop.contoso.example', signIn: false },
      state: 'warn',
      says: 'site-answers.onwards',
      owner: 'you',
    },
    {
      when: 'its trial has ended',
      facts: { url, status: 403, signIn: false, suspended: true },
      state: 'warn',
      says: 'site-answers.suspended',
      owner: 'you',
    },
    {
      when: 'it was shut down',
      facts: { url, status: 403, signIn: false, suspended: false },
      state: 'blocked',
      says: 'site-answers.stopped',
      owner: 'environment-admin',
    },
    ...[0, 302, 404, 500, 503].map((status) => ({
      when: `it answers ${status}, and nothing more`,
      facts: { url, status, signIn: false },
      state: 'blocked' as const,
      says: 'site-answers.silent',
      owner: 'microsoft',
    })),
  ],
  'site-home': [
    { when: 'everybody sees it', facts: home, state: 'ok', says: 'site-home.ok' },
    {
      when: 'private',
      facts: { ...home, public: false, status: 302, renders: false },
      state: 'unknown',
      says: 'site-home.private',
      owner: 'you',
    },
    ...(['sign-in', 'invitation', 'order'] as const).map((by) => ({
      when: `private, and somebody was there by ${by}`,
      facts: { ...home, public: false, status: 302, renders: false, visit: { by, name, at } },
      state: 'ok' as const,
      says: 'site-home.visited',
    })),
    {
      when: 'somebody was there before it broke',
      facts: { ...home, status: 404, renders: false, visit: { by: 'order', name, at } },
      state: 'warn',
      says: 'site-home.broken',
    },
    {
      when: 'not published, and private',
      facts: { ...home, published: false, public: false, status: 302, renders: false },
      state: 'warn',
      says: 'site-home.missing',
      owner: 'environment-admin',
    },
    {
      when: 'an error instead',
      facts: { ...home, status: 404, renders: false },
      state: 'warn',
      says: 'site-home.broken',
      owner: 'environment-admin',
    },
  ],
  'site-sign-in': [
    { when: 'everybody sees it', facts: signIn, state: 'ok', says: 'site-sign-in.ok' },
    {
      when: 'it leads to a provider',
      facts: { ...signIn, status: 302 },
      state: 'ok',
      says: 'site-sign-in.ok',
    },
    {
      when: 'private',
      facts: { ...signIn, public: false, status: 302 },
      state: 'unknown',
      says: 'site-sign-in.private',
      owner: 'you',
    },
    {
      when: 'private, and somebody came in',
      facts: { ...signIn, public: false, status: 302, visit: { by: 'invitation', name, at } },
      state: 'ok',
      says: 'site-sign-in.visited',
    },
    {
      when: 'turned off, and private',
      facts: { ...signIn, on: false, public: false, status: 302 },
      state: 'warn',
      says: 'site-sign-in.off',
      owner: 'environment-admin',
    },
    ...[404, 500].map((status) => ({
      when: `it answers ${status}`,
      facts: { ...signIn, status },
      state: 'warn' as const,
      says: 'site-sign-in.absent',
      owner: 'environment-admin',
    })),
  ],
  'site-registration': [
    { when: 'off', facts: { open: false, link }, state: 'ok', says: 'site-registration.ok' },
    {
      when: 'open',
      facts: { open: true, link },
      state: 'warn',
      says: 'site-registration.open',
      owner: 'environment-admin',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
