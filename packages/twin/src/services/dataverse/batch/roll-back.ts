import type { Organization, Row } from '../../../world/dataverse.ts';
import type { World } from '../../../world.ts';

/**
 * Remembers an organization and brings it back. Rows are flat, so copying them one level deep is enough.
 * @param followed what is written may go to finance and operations in the same moment: then both are brought back
 */
export function remember({ state }: World, organization: Organization, followed: boolean): () => void {
  const { version } = organization;
  const written = state.writes.length;
  const tables = Object.entries(organization.tables).map(([set, rows]) => [set, rows.map(copy)] as const);
  const otherSide = followed
    ? structuredClone({ finance: state.finance, dualWrite: state.dualWrite })
    : undefined;
  return () => {
    for (const set of Object.keys(organization.tables)) delete organization.tables[set];
    Object.assign(organization, { version });
    Object.assign(organization.tables, Object.fromEntries(tables));
    state.writes.splice(written);
    Object.assign(state, otherSide);
  };
}

const copy = (row: Row): Row => ({ ...row });
