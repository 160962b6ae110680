import { assignRoles, directRoles, organizationOf } from '../platform/assign-roles.ts';
import { noSuchRow } from '../services/dataverse/refusals.ts';
import { fieldsOf } from '../services/identity/asking.ts';
import type { Row } from '../world/dataverse.ts';
import type { Environment } from '../world/platform.ts';
import { html } from './layout.ts';
import type { Visit } from './page-site.ts';

/**
 * “Settings”, “Users + permissions”, “Users”, “Manage security roles”, in Microsoft’s words (Power Platform
 * documentation, admin/assign-security-roles).
 */
export function settings(visit: Visit, root: string): void {
  visit.show(
    'Settings',
    html`<h2>Users + permissions</h2><ul><li><a href="${root}/users">Users</a></li></ul><p><a href="${root}/hub">Back</a></p>`,
  );
}

export function users(visit: Visit, environment: Environment, root: string): void {
  const { tables } = organizationOf(visit.world, environment);
  const rows = (tables['systemusers'] ?? [])
    .filter(({ applicationid }) => !applicationid)
    .map(
      (user) =>
        html`<tr><td><a href="${root}/users/${String(user['systemuserid'])}">${String(user['fullname'])}</a></td><td>${String(user['domainname'])}</td><td>${user['isdisabled'] ? 'Disabled' : 'Enabled'}</td></tr>`,
    );
  visit.show(
    'Users',
    html`<p><a href="${root}/settings">Settings</a></p><table><thead><tr><th scope="col">Name</th><th scope="col">Username</th><th scope="col">Status</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

export function user(visit: Visit, environment: Environment, root: string): void {
  const found = userOf(visit, environment);
  visit.show(
    String(found['fullname']),
    html`<p>${String(found['domainname'])}</p><p><a href="${root}/users/${String(found['systemuserid'])}/roles">Manage security roles</a></p><p><a href="${root}/users">Users</a></p>`,
  );
}

export function roles(visit: Visit, environment: Environment): void {
  const organization = organizationOf(visit.world, environment);
  const found = userOf(visit, environment);
  const held = directRoles(organization, found);
  const items = (organization.tables['roles'] ?? []).map(
    (role) =>
      html`<li><label><input type="checkbox" name="role" value="${String(role['roleid'])}"${held.includes(role['roleid']) ? html` checked` : html``}> ${String(role['name'])}</label></li>`,
  );
  visit.show(
    'Manage security roles',
    html`<p>${String(found['fullname'])}</p><form method="post"><ul class="plain">${items}</ul><p><button class="first">Save</button></p></form>`,
  );
}

export function saveRoles(visit: Visit, environment: Environment, root: string): void {
  const { world, person, request, response } = visit;
  const ticked: unknown = fieldsOf(request.body)['role'];
  const all = Array.isArray(ticked) ? ticked.map(String) : typeof ticked === 'string' ? [ticked] : [];
  const chosen = String(request.params['user']);
  assignRoles(world, person, environment, { user: chosen, roles: all });
  response.redirect(303, `${root}/users/${chosen}`);
}

function userOf({ world, request }: Visit, environment: Environment): Row {
  const id = String(request.params['user']);
  const { tables } = organizationOf(world, environment);
  const found = tables['systemusers']?.find(({ systemuserid }) => systemuserid === id);
  if (!found) throw noSuchRow('systemuser', id);
  return found;
}
