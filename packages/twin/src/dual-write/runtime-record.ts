import type { DualWriteMap, Link } from '../world/dual-write.ts';
import type { Row } from '../world/dataverse.ts';
import type { World } from '../world.ts';
import { organizationOf } from './find-link.ts';

const set = 'msdyn_dualwriteruntimeconfigs';

/**
 * Dataverse keeps a record of each map that runs, but only where it is itself a source: a one-way map towards
 * Dataverse has none. Paused maps keep theirs, which is assumed.
 */
export function keepRecord(world: World, link: Link, map: DualWriteMap, at: string): void {
  const organization = organizationOf(world, link);
  const rows = organization?.tables[set];
  // No table: the solution isn't installed, and nothing could run.
  if (!organization || !rows || map.direction !== 'both') return;
  const there = rows.find((row) => row['msdyn_dualwriteruntimeconfigid'] === map.id);
  const runs = map.state === 3 || map.state === 4 || map.state === 5;
  if (runs === Boolean(there)) return;
  organization.version += 1;
  if (there) organization.tables[set] = rows.filter((row) => row !== there);
  else rows.push(recordOf(map, at, organization.version));
}

/** Columns as third-party viewers of the table read them. */
function recordOf(map: DualWriteMap, at: string, versionnumber: number): Row {
  const version = map.templates.find(({ id }) => id === map.active)?.version ?? '1.0.0.0';
  const [Major, Minor, Build, Revision] = version.split('.').map(Number);
  return {
    msdyn_dualwriteruntimeconfigid: map.id,
    msdyn_internalentityname: map.dataverse.logical,
    msdyn_externalentityname: map.finance.displayName,
    msdyn_unsecure: JSON.stringify({
      ProjectId: map.pid,
      SourceEntityName: map.dataverse.logical,
      SourceEnvironmentType: 'CRM',
      DestinationEntityName: map.finance.displayName,
      DestinationEnvironmentType: 'AX',
      EntityMapVersion: { Major, Minor, Build, Revision },
      FieldMappings: [],
    }),
    statecode: 0,
    statuscode: 1,
    createdon: at.replace(/\.\d+/, ''),
    modifiedon: at.replace(/\.\d+/, ''),
    versionnumber,
  };
}
