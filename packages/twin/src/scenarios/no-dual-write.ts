import type { State } from '../world.ts';
import { environments, organizations } from './contoso/ids.ts';
import { packagesOf } from './contoso/packages.ts';
import { contoso } from './contoso.ts';

/** The dual-write solution was never installed: the portal can't be created before it is. */
export function noDualWrite(): State {
  const state = contoso();
  const brought = new Set(packagesOf(0, true).flatMap(({ solutions }) => Object.keys(solutions)));
  brought.delete('PowerPages_Core');
  state.platform.packages[environments.production] = packagesOf(50, false);
  for (const { id, tables } of state.dataverse.organizations)
    if (id === organizations.production)
      tables['solutions'] = (tables['solutions'] ?? []).filter(
        (row) => !brought.has(String(row['uniquename'])),
      );
  return { ...state, scenario: 'no-dual-write', dualWrite: { links: [] } };
}
