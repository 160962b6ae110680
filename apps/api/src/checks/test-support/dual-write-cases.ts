import { type JudgeCase, link } from './judge-case.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name, version: '2.4.1' }));
const separate = named(
  'DualWriteCore',
  'msdyn_DualWriteAppCoreAnchor',
  'HCMCommon',
  'msdyn_Dynamics365HCMAnchor',
  'msdyn_Dynamics365FinanceExtendedAnchor',
  'msdyn_Dynamics365SupplyChainExtendedAnchor',
);
const one = { uniqueName: 'DualWriteCoreAnchor', applicationName: 'Dual-write core', state: 'Installed' };
const asked = { address: 'https://gateway.example', given: false };
const linked = { finance: 'a.example', link, asked, read: 'gateway', environment: 'ENV' };
const records = { finance: 'a.example', link, asked, read: 'records' };

export const dualWriteCases = {
  'dual-write-solutions': [
    {
      when: 'the separate ones are there',
      facts: { installed: separate, link },
      state: 'ok',
      says: 'dual-write-solutions.ok',
    },
    {
      when: 'the older single package stands for all but the core',
      facts: { installed: named('DualWriteCore', 'Dynamics365FinanceAndOperationsAnchor'), link },
      state: 'ok',
      says: 'dual-write-solutions.ok',
    },
    {
      when: 'one is missing',
      facts: { installed: separate.slice(1), link },
      state: 'blocked',
      todo: true,
      says: 'dual-write-solutions.missing',
      owner: 'environment-admin',
    },
    {
      when: 'none is there',
      facts: { installed: [], link },
      state: 'blocked',
      todo: true,
      says: 'dual-write-solutions.missing',
    },
  ],
  'dual-write-packages': [
    {
      when: 'nothing is under way',
      facts: { packages: [one], link },
      state: 'ok',
      says: 'dual-write-packages.ok',
    },
    { when: 'there are none', facts: { packages: [], link }, state: 'ok', says: 'dual-write-packages.ok' },
    {
      when: 'one is being installed',
      facts: { packages: [{ ...one, state: 'Installing' }], link },
      state: 'warn',
      says: 'dual-write-packages.busy',
      owner: 'microsoft',
    },
    {
      when: 'one failed while another is being installed',
      facts: {
        packages: [
          { ...one, state: 'Installing' },
          { ...one, state: 'InstallFailed', error: 'A dependency is missing.' },
        ],
        link,
      },
      state: 'warn',
      says: 'dual-write-packages.failed',
      owner: 'environment-admin',
    },
    {
      when: 'one is in a state that is not in Microsoft’s list',
      facts: { packages: [one, { ...one, state: 'Perhaps' }], link },
      state: 'warn',
      says: 'dual-write-packages.unheard',
      owner: 'environment-admin',
    },
  ],
  'dual-write-linked': [
    {
      when: 'linked with this environment, in other letters',
      facts: { ...linked, linked: { id: '1', name: 'link', environment: 'env' } },
      state: 'ok',
      says: 'dual-write-linked.ok',
    },
    {
      when: 'linked, and the gateway does not say with which',
      facts: { ...linked, linked: { id: '1', name: 'link' } },
      state: 'ok',
      says: 'dual-write-linked.ok',
    },
    {
      when: 'linked with another environment',
      facts: { ...linked, linked: { id: '1', name: 'link', environment: 'other' } },
      state: 'blocked',
      says: 'dual-write-linked.elsewhere',
      owner: 'finance-operations-admin',
    },
    {
      when: 'not linked',
      facts: { ...linked, linked: undefined },
      state: 'blocked',
      says: 'dual-write-linked.none',
      owner: 'finance-operations-admin',
    },
    {
      when: 'not linked, at an address that somebody gave',
      facts: { ...linked, asked: { ...asked, given: true }, linked: undefined },
      state: 'blocked',
      says: 'dual-write-linked.none',
    },
    {
      when: 'no gateway answers',
      facts: {
        finance: 'a.example',
        link,
        asked,
        read: 'nothing',
        problem: { code: 'upstream-refused' },
      },
      state: 'unknown',
      says: 'dual-write-linked.silent',
      owner: 'you',
    },
    {
      when: 'the gateway can’t be read, and Dataverse has records of a link',
      facts: { ...records, recorded: true },
      state: 'warn',
      says: 'dual-write-linked.indirect',
      owner: 'you',
    },
    {
      when: 'nobody knows where the gateway is, and Dataverse has records of a link',
      facts: { ...records, asked: undefined, recorded: true },
      state: 'warn',
      says: 'dual-write-linked.indirect',
      owner: 'you',
    },
    {
      when: 'the gateway can’t be read, and Dataverse has no records',
      facts: { ...records, recorded: false },
      state: 'blocked',
      says: 'dual-write-linked.none',
    },
  ],
  'map-solutions-applied': [
    {
      when: 'each has its maps in the list',
      facts: { solutions: [{ name: 'a', shown: 'A', missing: [] }], link },
      state: 'ok',
      says: 'map-solutions-applied.ok',
    },
    {
      when: 'one of two was never applied',
      facts: {
        solutions: [
          { name: 'a', shown: 'A', missing: [] },
          { name: 'b', shown: 'B', missing: ['accounts - Customers V3'] },
        ],
        link,
      },
      state: 'blocked',
      todo: true,
      says: 'map-solutions-applied.missing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'no solution is known that carries the portal’s maps',
      facts: { solutions: [], link },
      state: 'warn',
      says: 'map-solutions-applied.none',
      owner: 'you',
    },
    {
      when: 'the gateway can’t be asked',
      facts: { solutions: undefined, link },
      state: 'warn',
      says: 'map-solutions-applied.unread',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
