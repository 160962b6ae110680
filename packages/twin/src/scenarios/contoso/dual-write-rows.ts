import type { DualWriteMap } from '../../world/dual-write.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';
import { companies } from './companies.ts';
import { mapCatalogue } from './map-catalogue.ts';
import { addDualWriteRoles, owningTeam } from './owning-teams.ts';

const ofDualWrite = ['cdm_companies', 'msdyn_dualwriteentitymaps', 'msdyn_dualwriteruntimeconfigs'];

/** What dual-write's solutions and its link leave in Dataverse: companies, saved maps, plug-ins, and no runtime record yet. */
export function addDualWriteRows(
  organization: Organization,
  maps: readonly DualWriteMap[],
  firstId: number,
): void {
  const { tables } = organization;
  tables['cdm_companies'] = companies.map(({ id, name }, index) => ({
    cdm_companyid: guid(320 + index),
    cdm_companycode: id.toUpperCase(),
    cdm_name: name,
    cdm_isenabledfordualwrite: true,
    _cdm_defaultowningteam_value: owningTeam(firstId, index),
    statecode: 0,
    versionnumber: 1100 + index,
  }));
  const installed = new Set(tables['solutions']?.map((row) => row['uniquename']));
  tables['msdyn_dualwriteruntimeconfigs'] = [];
  addMapRows(
    organization,
    maps.filter(({ solution }) => installed.has(solution)),
  );
  addPlugins(tables);
}

/** What maps leave in Dataverse: a row for each of their saved versions, and the tables that they write into. */
export function addMapRows({ tables }: Organization, maps: readonly DualWriteMap[]): void {
  (tables['msdyn_dualwriteentitymaps'] ??= []).push(...maps.flatMap(savedVersions));
  for (const { dataverse } of maps) tables[dataverse.name] ??= [];
}

/** Takes away what would not be there without the solutions. */
export function removeDualWriteRows({ tables }: Organization): void {
  for (const set of ofDualWrite) delete tables[set];
  for (const { set } of mapCatalogue()) if (set.startsWith('msdyn_')) delete tables[set];
  for (const set of ['pluginassemblies', 'plugintypes', 'sdkmessageprocessingsteps']) tables[set] = [];
  for (const [set, columns] of Object.entries(orderColumns))
    for (const row of tables[set] ?? []) for (const column of columns) delete row[column];
}

/** Columns of tables that are there without it: what orders go by. */
const orderColumns: Readonly<Record<string, readonly string[]>> = {
  uoms: ['msdyn_symbol'],
  products: ['msdyn_productnumber', '_msdyn_companyid_value'],
  accounts: ['_msdyn_company_value'],
};

const ofAddressBook = /^Dynamics365GAB/;

/** The tables that the address book brings, or those that all the others bring. */
export function addTables({ tables }: Organization, addressBook: boolean): void {
  for (const { set, solution } of mapCatalogue())
    if (set.startsWith('msdyn_') && ofAddressBook.test(solution) === addressBook) tables[set] ??= [];
}

/** What the Supply Chain solution brings, and those that it needs: tables, and columns that nobody has filled in. */
export function addOrderColumns(organization: Organization): void {
  const { tables } = organization;
  addTables(organization, false);
  for (const [set, columns] of Object.entries(orderColumns))
    for (const row of tables[set] ?? []) for (const column of columns) row[column] ??= null;
}

/** One row per saved version, with the columns that third-party viewers read. That its id is the template's is assumed. */
const savedVersions = (map: DualWriteMap): Row[] =>
  map.templates.map(({ id, version, readOnly }) => ({
    msdyn_dualwriteentitymapid: id,
    msdyn_name: `msdyn_[${map.name}]`,
    msdyn_displayname: `${map.finance.displayName} (${map.dataverse.name})`,
    msdyn_version: version,
    msdyn_mapping: JSON.stringify({
      name: `${map.finance.displayName} - ${map.dataverse.name}`,
      leftEnvironmentType: 'AX',
      centerEnvironmentType: 'CRM',
      rightEnvironmentType: 'UNDEFINED',
      legs: [
        {
          sourceSchema: map.finance.name,
          destinationSchema: map.dataverse.name,
          fieldMappings: [{ syncDirection: map.direction === 'both' ? '3' : '1' }],
        },
      ],
    }),
    ismanaged: readOnly,
    solutionid: null,
    createdon: '2025-03-03T10:10:00Z',
    modifiedon: '2025-03-03T10:10:00Z',
    versionnumber: 1200,
  }));

/** What the core solution brings to an organization that hadn't got it. */
export function addCore(organization: Organization, id: () => string): void {
  const { tables } = organization;
  tables['msdyn_dualwriteentitymaps'] ??= [];
  tables['msdyn_dualwriteruntimeconfigs'] ??= [];
  if (!tables['pluginassemblies']?.length) addPlugins(tables);
  if (!tables['roles']?.some(({ name }) => name === 'Dual-write runtime user'))
    addDualWriteRoles(organization, id);
}

/** Two assemblies, whose steps must all be enabled (dual-write, requirements and prerequisites). */
function addPlugins(tables: Organization['tables']): void {
  const assemblies = ['DualWriteRegistration.Plugins', 'DualWriteRuntime.Plugins'];
  tables['pluginassemblies'] = assemblies.map((name, index) => ({
    pluginassemblyid: guid(340 + index),
    name,
    versionnumber: 1000,
  }));
  tables['plugintypes'] = assemblies.map((assemblyname, index) => ({
    plugintypeid: guid(345 + index),
    assemblyname,
    typename: `${assemblyname}.Plugin`,
    _pluginassemblyid_value: guid(340 + index),
    versionnumber: 1000,
  }));
  tables['sdkmessageprocessingsteps'] = assemblies.flatMap((name, index) =>
    ['Create', 'Update', 'Delete'].map((message, step) => ({
      sdkmessageprocessingstepid: guid(350 + index * 10 + step),
      name: `${name}: ${message}`,
      statecode: 0,
      statuscode: 1,
      _plugintypeid_value: guid(345 + index),
      versionnumber: 1000,
    })),
  );
}
