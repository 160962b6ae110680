import { idsIn, isRows } from './rows.ts';
import { getSite, recordOf } from './portal-site.ts';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';

/** A web role of the decided site that somebody can be given. */
export interface WebRole {
  readonly id: string;
  readonly name: string;
  /** Everybody who signs in has it, without being given it (Power Pages, create-web-roles). */
  readonly everybody: boolean;
  /** It is for people who haven't signed in: nobody is given it. */
  readonly anonymous: boolean;
}

/** Active web roles of the site, on the standard data model, which this template always has. */
export async function webRoles(
  targets: Pick<Targets, 'answers' | 'sites' | 'rows'>,
): Promise<readonly WebRole[]> {
  const found = await targets.rows({
    set: 'adx_webroles',
    $select: 'adx_webroleid,adx_name,adx_authenticatedusersrole,adx_anonymoususersrole',
    $filter: `_adx_websiteid_value eq ${recordOf(await getSite(targets))} and statecode eq 0`,
  });
  return found.map((row) => ({
    id: textOf(row['adx_webroleid']).toLowerCase(),
    name: textOf(row['adx_name']),
    everybody: row['adx_authenticatedusersrole'] === true,
    anonymous: row['adx_anonymoususersrole'] === true,
  }));
}

/** Web roles that these contacts were given, by contact: ids, in small letters. */
export async function rolesGiven(
  { rows }: Pick<Targets, 'rows'>,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const $filter = idsIn('contactid', contacts);
  if ($filter === undefined) return new Map();
  const found = await rows({
    set: 'contacts',
    $select: 'contactid',
    $expand: 'adx_webrole_contact($select=adx_webroleid)',
    $filter,
  });
  return new Map(
    found.map((row) => {
      const given = row['adx_webrole_contact'];
      const ids = isRows(given) ? given.map((role) => textOf(role['adx_webroleid']).toLowerCase()) : [];
      return [textOf(row['contactid']).toLowerCase(), ids];
    }),
  );
}
