import type { MapState } from '@portico/contract/findings';
import { recordedMaps } from './recorded-maps.ts';
import { resolveMaps } from './resolve-maps.ts';
import type { Targets } from './targets.ts';

/** Dataverse tables by their entity sets, for maps of which Dataverse is a source. */
const logicalNames: Readonly<Record<string, string>> = {
  accounts: 'account',
  contacts: 'contact',
  salesorders: 'salesorder',
  salesorderdetails: 'salesorderdetail',
  msdyn_contactforparties: 'msdyn_contactforparty',
};

/**
 * Which of the five maps and those beside them run, by dual-write's runtime records in Dataverse. Those exist only where Dataverse is
 * a source: a one-way map (products) has none, so its absence says nothing.
 */
export async function recordedStates(
  rows: Targets['rows'],
  choices: Readonly<Record<string, string>>,
): Promise<readonly MapState[]> {
  const [maps, records] = await Promise.all([
    recordedMaps(rows),
    rows({
      set: 'msdyn_dualwriteruntimeconfigs',
      $select: 'msdyn_internalentityname,msdyn_externalentityname,statecode',
    }),
  ]);
  const plan = resolveMaps(maps, choices);
  const beside = plan.beside.filter(({ chosen }) => chosen);
  return [...plan.maps, ...beside].map(({ wanted, chosen }) => {
    const map = maps.find(({ id }) => id === chosen?.id);
    const logical = logicalNames[map?.dataverse ?? ''];
    const recorded = records.some(
      (row) =>
        row['msdyn_internalentityname'] === logical &&
        row['msdyn_externalentityname'] === map?.finance &&
        (row['statecode'] ?? 0) === 0,
    );
    return {
      id: chosen?.id ?? wanted,
      name: chosen?.name ?? wanted,
      wanted: true,
      state: recorded ? 'running' : logical ? 'not-running' : 'unknown:one-way',
      companies: [],
    };
  });
}
