import type { State } from '../../world.ts';
import { assignEverybody } from './dataverse.ts';
import { removeDualWriteRows } from './dual-write-rows.ts';
import { environments, organizations } from './ids.ts';
import { packagesOf } from './packages.ts';

/** A world in which the dual-write solutions were never installed, so that nothing could be linked either. */
export function withoutDualWrite(state: State): State {
  const brought = new Set(packagesOf(0, true).flatMap(({ solutions }) => Object.keys(solutions)));
  brought.delete('PowerPages_Core');
  const production = state.dataverse.organizations.find(({ id }) => id === organizations.production);
  if (production) {
    removeDualWriteRows(production);
    // Its teams and roles go with it.
    assignEverybody([production], state.directory.people);
    production.tables['solutions'] = (production.tables['solutions'] ?? []).filter(
      (row) => !brought.has(String(row['uniquename'])),
    );
  }
  state.platform.packages[environments.production] = packagesOf(50, false);
  return { ...state, dualWrite: { links: [] } };
}
