import { type JudgeCase, link } from './judge-case.ts';

const ready = { name: 'Contoso', sku: 'Production', link, present: true, state: undefined, off: false };
const drawn = { name: 'Contoso', url: 'https://contoso.crm4.dynamics.com/' };
const portal = { name: 'Orders', subdomain: 'Contoso-Orders', websiteUrl: 'https://contoso-orders.example' };

export const environmentCases = {
  'dataverse-ready': [
    { when: 'all is ready', facts: ready, state: 'ok', says: 'dataverse-ready.ok' },
    { when: 'a sandbox', facts: { ...ready, sku: 'Sandbox' }, state: 'ok', says: 'dataverse-ready.ok' },
    {
      when: 'there is no Dataverse',
      facts: { ...ready, present: false, off: true },
      state: 'blocked',
      says: 'dataverse-ready.none',
      owner: 'environment-admin',
    },
    {
      when: 'in administration mode',
      facts: { ...ready, off: true, state: 'AdminMode' },
      state: 'blocked',
      says: 'dataverse-ready.off',
      owner: 'environment-admin',
    },
    {
      when: 'Microsoft says nothing of its state',
      facts: { ...ready, off: true },
      state: 'blocked',
      says: 'dataverse-ready.off',
    },
    // A trial or developer environment can't hold a production site; the default one is discouraged.
    ...['Default', 'Developer', 'Trial'].map((sku) => ({
      when: `a ${sku} environment`,
      facts: { ...ready, sku },
      state: 'blocked' as const,
      says: 'dataverse-ready.unfit',
    })),
  ],
  'fno-linked': [
    {
      when: 'both sides agree',
      facts: { platform: 'a.example', dataverse: 'a.example', drawn },
      state: 'ok',
      says: 'fno-linked.ok',
    },
    {
      when: 'only Dataverse names it',
      facts: { platform: undefined, dataverse: 'a.example', drawn },
      state: 'warn',
      says: 'fno-linked.one-sided',
      owner: 'you',
    },
    {
      when: 'only Power Platform names it',
      facts: { platform: 'a.example', dataverse: undefined, drawn },
      state: 'blocked',
      says: 'fno-linked.unheard',
      owner: 'tenant-admin',
    },
    {
      when: 'the sides disagree',
      facts: { platform: 'a.example', dataverse: 'b.example', drawn },
      state: 'blocked',
      says: 'fno-linked.apart',
      owner: 'tenant-admin',
    },
    { when: 'nobody names anything', facts: { drawn }, state: 'blocked', says: 'fno-linked.none' },
  ],
  'organization-matches': [
    {
      when: 'the same id in other letters',
      facts: { platform: 'ABC', dataverse: 'abc' },
      state: 'ok',
      says: 'organization-matches.ok',
    },
    {
      when: 'another organization',
      facts: { platform: 'abc', dataverse: 'def' },
      state: 'blocked',
      says: 'organization-matches.other',
      owner: 'microsoft',
    },
    {
      when: 'the environment names none',
      facts: { platform: '', dataverse: 'def' },
      state: 'blocked',
      says: 'organization-matches.other',
    },
  ],
  'site-absent': [
    { when: 'no site', facts: { sites: [], mine: undefined, link }, state: 'ok', says: 'site-absent.ok' },
    {
      when: 'the site of this set-up',
      facts: { sites: [portal], mine: 'contoso-orders', link },
      state: 'ok',
      says: 'site-absent.ours',
    },
    {
      when: 'another site',
      facts: { sites: [portal], mine: 'other', link },
      state: 'blocked',
      says: 'site-absent.there',
      owner: 'environment-admin',
    },
    {
      when: 'a site, and nothing decided yet',
      facts: { sites: [portal], mine: undefined, link },
      state: 'blocked',
      says: 'site-absent.there',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
