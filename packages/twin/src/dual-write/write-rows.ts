import { findTable } from '../services/dataverse/tables.ts';
import type { Alike, Row } from '../world/rows.ts';
import { financeTable } from './finance-table.ts';
import { keyColumns, type Sides } from './sides.ts';

/** A row that a map writes into Dataverse, new or over one that is there; its key stays as it is spelled. */
export function writeDataverse(sides: Sides, values: Row, there: Row | undefined): void {
  const { organization, world, map } = sides;
  const { name: set } = map.dataverse;
  const now = world.clock.now().toISOString().replace(/\.\d+/, '');
  organization.version += 1;
  const stamp = { modifiedon: now, versionnumber: organization.version };
  if (there) {
    const keys = keyColumns(map);
    const changed = Object.entries(values).filter(([column]) => !keys.includes(column));
    Object.assign(there, Object.fromEntries(changed), stamp);
    return;
  }
  const rows = (organization.tables[set] ??= []);
  const key = findTable(organization, set)?.key ?? '';
  rows.push({
    [key]: world.id(),
    statecode: 0,
    statuscode: 1,
    createdon: now,
    ...values,
    ...draft(sides),
    ...stamp,
  });
}

/** Products arrive as drafts, which nobody can order, unless the organization is told otherwise (product-mapping). */
function draft({ organization, map }: Sides): Row {
  const [settings] = organization.tables['organizations'] ?? [];
  const active = settings?.['createproductswithoutparentinactivestate'] !== false;
  return map.dataverse.name === 'products' && !active ? { statecode: 2, statuscode: 0 } : {};
}

/** A row that a map writes into finance and operations. */
export function writeFinance({ finance, map }: Sides, values: Row, there: Row | undefined): void {
  if (there) Object.assign(there, values);
  else financeTable(finance, map.finance.name).rows.push(values);
}

/** Makes a group of rows as large as its original; it keeps its look unless it is overwritten. */
export function writeAlike(groups: Alike[], { id, count }: Alike, like: Row, overwrites: boolean): void {
  const there = groups.find((group) => group.id === id);
  if (!there) {
    groups.push({ id, like, count });
    return;
  }
  there.count = Math.max(there.count, count);
  if (overwrites) Object.assign(there.like, like);
}
