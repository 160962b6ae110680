import type { World } from '../../world.ts';
import type { Row } from '../../world/dataverse.ts';
import type { Member } from './members.ts';
import type { Table } from './table.ts';

/**
 * What Power Pages' own plug-ins do after a row was created. A root page gets a content page for each language of its
 * site, which has all that the root has (Learn, extend-power-app-portals: portal application lifecycle).
 */
export function afterCreating(
  world: World,
  { organization, user, changeSet }: Member,
  table: Table,
  root: Row,
): void {
  const { adx_isroot: isRoot, _adx_websiteid_value: site } = root;
  if (table.set !== 'adx_webpages' || isRoot !== true || root['_adx_webpagelanguageid_value']) return;
  if (changeSet && world.state.switches.contentPagesInChangeSets === 'not-created') return;
  const { tables } = organization;
  for (const language of tables['adx_websitelanguages'] ?? []) {
    if (language['_adx_websiteid_value'] !== site || language['statecode'] === 1) continue;
    organization.version += 1;
    tables['adx_webpages']?.push({
      ...root,
      adx_webpageid: world.id(),
      adx_isroot: false,
      _adx_rootwebpageid_value: root['adx_webpageid'],
      _adx_webpagelanguageid_value: language['adx_websitelanguageid'],
      _createdby_value: user['systemuserid'],
      versionnumber: organization.version,
    });
  }
}
