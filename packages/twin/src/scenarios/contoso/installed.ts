import { guid, type State } from '../../world.ts';
import { addMapRows } from './dual-write-rows.ts';
import { production } from './production.ts';
import { solutionRow } from './solution-rows.ts';

/** Installs a package that Contoso hasn't got, and applies the maps that it brings. */
export function installed(state: State, uniqueName: string, firstId: number): State {
  const { environment, organization } = production(state);
  const found = state.platform.packages[environment.id]?.find((each) => each.uniqueName === uniqueName);
  if (!found) throw new Error(`There is no package ${uniqueName}.`);
  found.state = 'Installed';
  const [publisher] = organization.tables['publishers'] ?? [];
  const rows = Object.entries(found.solutions).map(([name, version], index) =>
    solutionRow({
      id: guid(firstId + index),
      uniqueName: name,
      version,
      publisher: String(publisher?.['publisherid']),
      organization: organization.id,
      versionNumber: 980 + index,
    }),
  );
  organization.tables['solutions'] = [...(organization.tables['solutions'] ?? []), ...rows];
  for (const link of state.dualWrite.links) {
    const brought = link.maps.filter(({ solution }) => found.solutions[solution] !== undefined);
    for (const { solution } of brought) if (!link.applied.includes(solution)) link.applied.push(solution);
    addMapRows(organization, brought);
  }
  return state;
}
