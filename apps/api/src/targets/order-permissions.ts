import { isRows } from './rows.ts';
import { getSite, recordOf } from './portal-site.ts';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';

/** What an order is made of, and what whoever places it must be allowed to create. */
export const orderTables = ['salesorder', 'salesorderdetail'] as const;

/** For each table, the web roles whose table permissions let them create its rows: ids, in small letters. */
export async function creators(
  targets: Pick<Targets, 'answers' | 'sites' | 'rows'>,
): Promise<Readonly<Record<(typeof orderTables)[number], ReadonlySet<string>>>> {
  const found = await targets.rows({
    set: 'adx_entitypermissions',
    $select: 'adx_entitypermissionid,adx_entitylogicalname',
    $expand: 'adx_entitypermission_webrole($select=adx_webroleid)',
    $filter: `_adx_websiteid_value eq ${recordOf(await getSite(targets))} and statecode eq 0 and adx_create eq true`,
  });
  const rolesFor = (table: string) =>
    new Set(
      found
        .filter((row) => row['adx_entitylogicalname'] === table)
        .flatMap((row) => {
          const roles = row['adx_entitypermission_webrole'];
          return isRows(roles) ? roles.map((role) => textOf(role['adx_webroleid']).toLowerCase()) : [];
        }),
    );
  return { salesorder: rolesFor('salesorder'), salesorderdetail: rolesFor('salesorderdetail') };
}
