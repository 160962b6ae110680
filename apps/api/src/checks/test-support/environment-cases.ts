import { type JudgeCase, link } from './judge-case.ts';

const ready = {
  name: 'Contoso',
  link,
  present: true,
  provisioning: 'Succeeded',
  runtime: 'Enabled',
  instance: 'Ready',
};
const region = { host: 'contoso.operations.eu.dynamics.com', region: 'europe', link };
const drawn = { name: 'Contoso', url: 'https://contoso.crm4.dynamics.com/' };
const portal = { name: 'Orders', subdomain: 'contoso-orders', url: 'https://contoso-orders.example' };

export const environmentCases = {
  'environments-visible': [
    { when: 'there are some', facts: { count: 3, link }, state: 'ok', says: 'environments-visible.ok' },
    {
      when: 'there is none',
      facts: { count: 0, link },
      state: 'warn',
      says: 'environments-visible.none',
      owner: 'environment-admin',
    },
  ],
  'dataverse-ready': [
    { when: 'all is ready', facts: ready, state: 'ok', says: 'dataverse-ready.ok' },
    // Administration mode is a check of its own.
    {
      when: 'in administration mode',
      facts: { ...ready, runtime: 'AdminMode' },
      state: 'ok',
      says: 'dataverse-ready.ok',
    },
    {
      when: 'there is no Dataverse',
      facts: { ...ready, present: false, instance: '?' },
      state: 'blocked',
      says: 'dataverse-ready.none',
      owner: 'environment-admin',
    },
    ...[true, false].map((present) => ({
      when: `it is being set up, its database ${present ? 'there' : 'to come'}`,
      facts: { ...ready, present, provisioning: 'LinkedDatabaseProvisioning' },
      state: 'blocked' as const,
      says: 'dataverse-ready.busy',
      owner: 'microsoft',
    })),
    ...[
      { provisioning: 'Failed' },
      { provisioning: 'Deleting' },
      { provisioning: '?' },
      { runtime: 'Disabled' },
      { runtime: 'Perhaps' },
      { runtime: '?' },
      { instance: 'Suspended' },
      { instance: '?' },
    ].map((change) => ({
      when: `it says ${JSON.stringify(change)}`,
      facts: { ...ready, ...change },
      state: 'blocked' as const,
      says: 'dataverse-ready.off',
      owner: 'environment-admin',
    })),
  ],
  'administration-mode': [
    {
      when: 'it is open',
      facts: { name: 'Contoso', runtime: 'Enabled', link },
      state: 'ok',
      says: 'administration-mode.ok',
    },
    ...['AdminMode', 'Perhaps'].map((runtime) => ({
      when: `it says ${runtime}`,
      facts: { name: 'Contoso', runtime, link },
      state: 'blocked' as const,
      says: 'administration-mode.on',
      owner: 'environment-admin',
    })),
  ],
  'environment-kind': [
    ...['Production', 'Sandbox'].map((sku) => ({
      when: `a ${sku} environment`,
      facts: { name: 'Contoso', sku, link },
      state: 'ok' as const,
      says: 'environment-kind.ok',
    })),
    ...['Default', 'Developer', 'Trial'].map((sku) => ({
      when: `a ${sku} environment`,
      facts: { name: 'Contoso', sku, link },
      state: 'blocked' as const,
      says: `environment-kind.${sku.toLowerCase()}`,
      owner: 'environment-admin',
    })),
    ...['Teams', '?'].map((sku) => ({
      when: `a kind nobody has heard of, ${sku}`,
      facts: { name: 'Contoso', sku, link },
      state: 'blocked' as const,
      says: 'environment-kind.odd',
    })),
  ],
  'environment-user': [
    {
      when: 'Dataverse knows the person',
      facts: { name: 'Contoso', user: 'there', link },
      state: 'ok',
      says: 'environment-user.ok',
    },
    ...['none', 'disabled'].map((user) => ({
      when: `the user is ${user}`,
      facts: { name: 'Contoso', user, link },
      state: 'blocked' as const,
      says: `environment-user.${user}`,
      owner: 'environment-admin',
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
  'same-tenant': [
    {
      when: 'both say the same',
      facts: { environment: 'a', finance: 'a', link },
      state: 'ok',
      says: 'same-tenant.ok',
    },
    {
      when: 'they differ',
      facts: { environment: 'a', finance: 'b', link },
      state: 'blocked',
      says: 'same-tenant.other',
      owner: 'tenant-admin',
    },
    ...[
      { environment: 'a', finance: undefined },
      { environment: undefined, finance: 'a' },
    ].map((facts) => ({
      when: `one says nothing: ${JSON.stringify(facts)}`,
      facts: { ...facts, link },
      state: 'unknown' as const,
      says: 'same-tenant.unsaid',
      owner: 'tenant-admin',
    })),
  ],
  'same-region': [
    {
      when: 'finance and operations lives in the same environment',
      facts: { ...region, host: 'contoso.operations.ch.dynamics.com', unified: true, bothSides: true },
      state: 'ok',
      says: 'same-region.unified',
    },
    {
      when: 'the address is one of this region',
      facts: { ...region, unified: false, bothSides: false },
      state: 'ok',
      says: 'same-region.ok',
    },
    {
      when: 'the address says nothing, but both sides name each other',
      facts: { ...region, host: 'contoso.operations.dynamics.com', unified: false, bothSides: true },
      state: 'ok',
      says: 'same-region.ok',
    },
    {
      when: 'the address is one of another region, whatever the sides name',
      facts: {
        ...region,
        host: 'contoso.sandbox.operations.uae.dynamics.com',
        unified: false,
        bothSides: true,
      },
      state: 'warn',
      says: 'same-region.apart',
      owner: 'environment-admin',
    },
    {
      when: 'nothing says anything',
      facts: { ...region, host: 'contoso.operations.dynamics.com', unified: false, bothSides: false },
      state: 'unknown',
      says: 'same-region.unsaid',
      owner: 'environment-admin',
    },
  ],
  'prospect-to-cash-absent': [
    {
      when: 'nothing of that name',
      facts: { solutions: [], link },
      state: 'ok',
      says: 'prospect-to-cash-absent.ok',
    },
    {
      when: 'prospects of another kind',
      facts: { solutions: [{ names: ['Prospects', 'contoso_prospects'], version: '1.0' }], link },
      state: 'ok',
      says: 'prospect-to-cash-absent.ok',
    },
    ...['Prospect to cash', 'ProspectToCash', 'msdyn_prospect_to_cash'].map((name) => ({
      when: `a solution called ${name}`,
      facts: { solutions: [{ names: [name], version: '1.15.0.1' }], link },
      state: 'blocked' as const,
      says: 'prospect-to-cash-absent.there',
      owner: 'environment-admin',
    })),
  ],
  'first-site': [
    {
      when: 'there is a site',
      facts: { active: 1, traces: [], link },
      state: 'ok',
      says: 'first-site.ok',
    },
    {
      when: 'there was one',
      facts: { active: 0, traces: ['Contoso help'], link },
      state: 'ok',
      says: 'first-site.before',
    },
    {
      when: 'there was never one',
      facts: { active: 0, traces: [], link },
      state: 'warn',
      says: 'first-site.first',
      owner: 'you',
    },
  ],
  'site-absent': [
    { when: 'no site', facts: { sure: false, mine: undefined, link }, state: 'ok', says: 'site-absent.ok' },
    {
      when: 'the site of this set-up',
      facts: { site: portal, sure: true, mine: 'contoso-orders', link },
      state: 'ok',
      says: 'site-absent.ours',
    },
    {
      when: 'another site',
      facts: { site: portal, sure: true, mine: 'other', link },
      state: 'warn',
      says: 'site-absent.there',
      owner: 'environment-admin',
    },
    {
      when: 'a site, and nothing decided yet',
      facts: { site: portal, sure: true, mine: undefined, link },
      state: 'warn',
      says: 'site-absent.there',
    },
    {
      when: 'a site that doesn’t say what it is',
      facts: { site: portal, sure: false, mine: undefined, link },
      state: 'warn',
      says: 'site-absent.maybe',
    },
  ],
  'former-site': [
    { when: 'nothing is left', facts: { records: [], link }, state: 'ok', says: 'former-site.ok' },
    {
      when: 'pages are left',
      facts: { records: [{ record: portal.subdomain, name: 'Contoso orders' }], link },
      state: 'warn',
      says: 'former-site.left',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
