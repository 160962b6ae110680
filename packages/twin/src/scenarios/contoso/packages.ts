import { guid } from '../../world.ts';
import type { Package } from '../../world/platform.ts';

/** Anchor, application, application id, solutions: as in a recorded catalogue of 245 packages. Versions are made up, and the ends of three ids. */
const catalogue: readonly [string, string, string, Readonly<Record<string, string>>][] = [
  [
    'DualWriteCoreAnchor',
    'Dual-write core solution',
    '7df1a324-fbb1-4a4e-9c9a-d5d9c7c6403b',
    { DualWriteCore: '1.0.42.1', DualWriteCoreAnchor: '1.0.42.1' },
  ],
  [
    'msdyn_DualWriteAppCoreAnchor',
    'Dual-write Application Core Solutions',
    'efae886e-3e7f-48de-8a80-4fe9a263ad6b',
    {
      Dynamics365Company: '2.2.2.5',
      Dynamics365FinanceAndOperationsCommon: '2.2.2.50',
      CurrencyExchangeRates: '2.2.2.5',
      msdyn_DualWriteAppCoreMaps: '2.2.2.50',
      msdyn_DualWriteAppCoreAnchor: '2.2.2.50',
    },
  ],
  [
    'msdyn_Dynamics365FinanceExtendedAnchor',
    'Dual Write Finance and Extended Solutions',
    '963e8d20-5896-4c02-b196-fb36f62ad90e',
    {
      Dynamics365FinanceExtended: '2.3.1.15',
      msdyn_Dynamics365FinanceExtendedMaps: '2.3.1.15',
      FieldServiceCommon: '2.3.1.15',
      msdyn_Dynamics365FinanceExtendedAnchor: '2.3.1.15',
    },
  ],
  [
    'msdyn_Dynamics365HCMAnchor',
    'Dual-write HR',
    'b40ad077-0000-4000-a000-000000000001',
    { msdyn_Dynamics365HCMMaps: '2.3.0.1', msdyn_Dynamics365HCMAnchor: '2.3.0.1' },
  ],
  [
    'HCMCommonAnchor',
    'HR Common Tables',
    '0cfd9958-0000-4000-a000-000000000002',
    { HCMCommon: '2.3.0.1', HCMCommonAnchor: '2.3.0.1' },
  ],
  [
    'msdyn_Dynamics365SupplyChainExtendedAnchor',
    'Dual Write Supply Chain Extended Solution',
    '7810afcb-8b5e-41bb-aa65-9edf676e8327',
    {
      Dynamics365SupplyChainExtended: '2.3.4.3',
      msdyn_Dynamics365SupplyChainExtendedMaps: '2.3.4.3',
      msdyn_Dynamics365SupplyChainExtendedAnchor: '2.3.4.3',
    },
  ],
  [
    'Dynamics365GABParty_Anchor',
    'Dual-write Party and Global Address Book Solutions',
    '8e3e4454-ede0-4343-8b39-3225f221c0ba',
    {
      Party: '3.5.1.91',
      Dynamics365GABExtended: '3.5.1.91',
      Dynamics365GABDualWriteEntityMaps: '3.5.1.91',
      Dynamics365GABParty_Anchor: '3.5.1.91',
    },
  ],
  [
    'PowerPages_Core',
    'Power Pages Core',
    '9595806d-0000-4000-a000-000000000003',
    { PowerPages_Core: '1.1.2605.12' },
  ],
  ['MicrosoftFormsPro', 'Dynamics 365 Customer Voice', '4bbd5362-21f6-47a8-bcd9-e2a75e8242ef', {}],
];

const installedAtContoso = new Set([
  'DualWriteCoreAnchor',
  'msdyn_DualWriteAppCoreAnchor',
  'msdyn_Dynamics365FinanceExtendedAnchor',
  'msdyn_Dynamics365HCMAnchor',
  'HCMCommonAnchor',
  'msdyn_Dynamics365SupplyChainExtendedAnchor',
  'PowerPages_Core',
]);

/** The packages of one environment; ids differ from environment to environment, starting at the given number. */
export const packagesOf = (firstId: number, dualWrite: boolean): Package[] =>
  catalogue.map(([uniqueName, name, applicationId, solutions], index) => ({
    id: guid(firstId + index),
    uniqueName,
    applicationId,
    name,
    publisher: uniqueName.startsWith('PowerPages') ? 'Microsoft Power Pages' : 'Microsoft Dynamics 365',
    version: Object.values(solutions)[0] ?? '2.0.0.45',
    solutions,
    state:
      uniqueName === 'PowerPages_Core' || (dualWrite && installedAtContoso.has(uniqueName))
        ? 'Installed'
        : 'None',
  }));
