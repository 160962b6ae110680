import { type JudgeCase, link } from './judge-case.ts';

const newest = {
  DualWriteCore: '1.0.42.1',
  Dynamics365Company: '2.2.2.5',
  Dynamics365FinanceAndOperationsCommon: '2.2.2.50',
  CurrencyExchangeRates: '2.0.133',
  Dynamics365FinanceExtended: '2.3.1.15',
  Dynamics365SupplyChainExtended: '2.10.0.0',
};
const versions = (changes: Partial<Record<keyof typeof newest, unknown>>) => ({
  installed: Object.entries({ ...newest, ...changes })
    .filter(([, version]) => version !== undefined)
    .map(([name, version]) => ({ name, version })),
  link,
});

const plugins = {
  installed: true,
  assemblies: ['Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins', 'DualWriteRegistration.Plugins'],
  steps: [
    { name: 'Create', enabled: true },
    { name: 'Update', enabled: true },
  ],
  link,
};
const off = { name: 'Update', enabled: false };

const role = (name: string, administrator = false) => ({ name, administrator });
const administrator = role('Systemadministrator', true);
const own = [role('Dual-Write Runtime User'), role('Dual-write app user')];
const enough = [...own, role('Salesperson')];

const user = (id: string, roles: readonly object[], disabled = false) => ({ id, roles, disabled });
const [integrator, erp] = ['2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b', '00000015-0000-0000-c000-000000000000'];
const users = (...all: readonly object[]) => ({ installed: true, users: all, link });

const absent: Pick<JudgeCase, 'when' | 'state' | 'says'> = {
  when: 'the solutions aren’t there',
  state: 'skipped',
  says: 'check.uninstalled',
};

/** Solutions, plug-ins, applications and files: what dual-write and the site find in Dataverse. */
export const dualWriteSetupCases = {
  'dual-write-versions': [
    { ...absent, facts: { installed: [], link } },
    {
      when: 'all are as new as what was published, one newer by ten, which isn’t one',
      facts: versions({}),
      state: 'ok',
      says: 'dual-write-versions.ok',
    },
    {
      when: 'one is older than maps start with, though its third number looks greater as text',
      facts: versions({ Dynamics365Company: '2.0.99.10' }),
      state: 'blocked',
      todo: true,
      says: 'dual-write-versions.old',
      owner: 'environment-admin',
    },
    {
      when: 'one is too old and another only behind',
      facts: versions({ Dynamics365FinanceExtended: '1.0.0.0', Dynamics365Company: '2.1.0.0' }),
      state: 'blocked',
      todo: true,
      says: 'dual-write-versions.old',
    },
    {
      when: 'one is behind',
      facts: versions({ DualWriteCore: '1.0.15.9' }),
      state: 'warn',
      says: 'dual-write-versions.behind',
      owner: 'environment-admin',
    },
    {
      when: 'one isn’t there at all',
      facts: versions({ Dynamics365SupplyChainExtended: undefined }),
      state: 'warn',
      says: 'dual-write-versions.unread',
      owner: 'environment-admin',
    },
    {
      when: 'one has no version that could be compared',
      facts: versions({ CurrencyExchangeRates: '2.x' }),
      state: 'warn',
      says: 'dual-write-versions.unread',
    },
  ],
  'plugins-enabled': [
    { ...absent, facts: { ...plugins, installed: false } },
    { when: 'all steps are enabled', facts: plugins, state: 'ok', says: 'plugins-enabled.ok' },
    {
      when: 'a step is disabled',
      facts: { ...plugins, steps: [...plugins.steps, off] },
      state: 'blocked',
      says: 'plugins-enabled.disabled',
      owner: 'environment-admin',
    },
    {
      when: 'an assembly isn’t there, and a step is disabled',
      facts: { ...plugins, assemblies: ['DualWriteRuntime.Plugins'], steps: [off] },
      state: 'blocked',
      says: 'plugins-enabled.missing',
      owner: 'environment-admin',
    },
    {
      when: 'no step is registered',
      facts: { ...plugins, steps: [] },
      state: 'blocked',
      says: 'plugins-enabled.missing',
    },
  ],
  'application-users': [
    { ...absent, facts: { ...users(), installed: false } },
    {
      when: 'one is an administrator, the other has the roles, written in other letters',
      facts: users(user(integrator, enough), user(erp, [administrator])),
      state: 'ok',
      says: 'application-users.ok',
    },
    { when: 'none is there', facts: users(), state: 'blocked', says: 'application-users.some' },
    {
      when: 'one is deactivated',
      facts: users(user(integrator, enough, true), user(erp, enough)),
      state: 'blocked',
      says: 'application-users.some',
      owner: 'environment-admin',
    },
    {
      when: 'one has no role',
      facts: users(user(integrator, []), user(erp, enough)),
      state: 'blocked',
      says: 'application-users.some',
    },
    {
      when: 'one has dual-write’s own roles and none for the tables',
      facts: users(user(integrator, own), user(erp, enough)),
      state: 'blocked',
      says: 'application-users.some',
    },
  ],
  'attachments-allowed': [
    {
      when: 'the lists are as Microsoft sets them',
      facts: { extensions: ['exe', 'js', 'svg'], types: [], allowed: [], link },
      state: 'ok',
      says: 'attachments-allowed.ok',
    },
    {
      when: 'nothing is blocked, and the types in use are allowed',
      facts: { extensions: [], types: [], allowed: ['text/css', 'image/png', 'image/jpeg'], link },
      state: 'ok',
      says: 'attachments-allowed.ok',
    },
    {
      when: 'an extension is blocked',
      facts: { extensions: ['css'], types: [], allowed: [], link },
      state: 'blocked',
      says: 'attachments-allowed.blocked',
      owner: 'environment-admin',
    },
    {
      when: 'a type is blocked',
      facts: { extensions: [], types: ['image/png'], allowed: [], link },
      state: 'blocked',
      says: 'attachments-allowed.blocked',
    },
    {
      when: 'only other types are allowed',
      facts: { extensions: [], types: [], allowed: ['application/pdf'], link },
      state: 'blocked',
      says: 'attachments-allowed.blocked',
    },
  ],
  'power-pages-core': [
    {
      when: 'it is new enough',
      facts: { versions: ['1.1.2605'], link },
      state: 'ok',
      says: 'power-pages-core.ok',
    },
    {
      when: 'it is older, by number and not by letter',
      facts: { versions: ['1.1.999.5', '1.1.2605.1'], link },
      state: 'warn',
      says: 'power-pages-core.old',
      owner: 'environment-admin',
    },
    {
      when: 'it isn’t there',
      facts: { versions: [], link },
      state: 'warn',
      says: 'power-pages-core.absent',
      owner: 'environment-admin',
    },
    {
      when: 'its version says nothing',
      facts: { versions: [null], link },
      state: 'warn',
      says: 'power-pages-core.absent',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
