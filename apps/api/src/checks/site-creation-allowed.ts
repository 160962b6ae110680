import { Problem } from '@portico/contract/problems';
import type { Remedy } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { directRoles } from './direct-roles.ts';
import { read } from '../targets/read.ts';

const allowed = msg({
  id: 'site-creation-allowed.ok',
  defaultMessage: 'The tenant lets people who aren’t administrators create sites.',
});
const exempt = msg({
  id: 'site-creation-allowed.exempt',
  defaultMessage: 'Only administrators may create sites in this tenant, and you are one: {role}.',
});
const activated = msg({
  id: 'site-creation-allowed.activated',
  defaultMessage:
    'Microsoft Graph names you as {role}. It may do so for a role that Privileged Identity Management gives for some hours; that one wouldn’t count.',
});
const closed = msg({
  id: 'site-creation-allowed.closed',
  defaultMessage:
    'Only administrators may create sites in this tenant, and you aren’t one by direct assignment.',
});
const unsaid = msg({
  id: 'site-creation-allowed.unsaid',
  defaultMessage: 'Whether the tenant lets you create a site can only be read by its administrators.',
});
const unread = msg({
  id: 'site-creation-allowed.unread',
  defaultMessage:
    'Only administrators may create sites in this tenant; which roles you hold directly couldn’t be read.',
});
const global = msg({
  id: 'site-creation-allowed.global',
  defaultMessage:
    'Only administrators may create sites in this tenant. You are Global Administrator: Microsoft’s own pages disagree whether that is enough.',
});
const cause = msg({
  id: 'site-creation-allowed.cause',
  defaultMessage:
    'The tenant setting “disablePortalsCreationByNonAdminUsers” is on. Roles by a security group or by Privileged Identity Management don’t count.',
});
const assign = msg({
  id: 'site-creation-allowed.remedy.assign',
  defaultMessage:
    'In the Microsoft Entra admin centre, “Roles & admins”, “Power Platform Administrator”, “Add assignments”: select the person, and as type “Active”. Not a group.',
});
const hand = msg({
  id: 'site-creation-allowed.remedy.hand',
  defaultMessage:
    'Or let such an administrator create the site: hand the task over, and we notice when it is done.',
});
const turnOff = msg({
  id: 'site-creation-allowed.remedy.off',
  defaultMessage:
    "Or turn the setting off, in PowerShell: Set-TenantSettings -RequestBody @'{' disablePortalsCreationByNonAdminUsers = $false '}'",
});
const look = msg({
  id: 'site-creation-allowed.remedy.look',
  defaultMessage:
    'Ask a Power Platform administrator to run Get-TenantSettings in PowerShell and to read “disablePortalsCreationByNonAdminUsers”. False or nothing means that you may.',
});
const roles = msg({
  id: 'site-creation-allowed.remedy.roles',
  defaultMessage:
    'In the Microsoft Entra admin centre, “Users”, open yourself, “Assigned roles”: “Power Platform Administrator” or “Dynamics 365 Administrator” must be there with the assignment path “Direct” and no end.',
});

/**
 * The tenant’s setting for site creation by people who aren’t administrators (power-pages-docs, control-site-creation),
 * and who is exempt from it (admin/admin-roles). It stops whom it truly stops. Soft, because most consultants can’t read
 * it: who asked an administrator says so and goes on.
 */
export default defineCheck({
  title: msg({ id: 'site-creation-allowed.title', defaultMessage: 'The tenant lets you create a site' }),
  why: msg({
    id: 'site-creation-allowed.why',
    defaultMessage: 'A tenant can keep the creation of sites to its administrators.',
  }),
  owner: 'tenant-admin',
  after: [],
  observe: async ({ bap, graph, cloud }) => {
    const { entra } = cloud.pages;
    const settings = await read(bap.listTenantSettings({}));
    if (!('value' in settings)) return { entra, refused: settings.refused };
    const { disablePortalsCreationByNonAdminUsers: off } = settings.value;
    // It is always there, true or false (recorded answers): without it nothing was said about it.
    if (off === undefined)
      throw new Problem('upstream-shape', { detail: 'tenant settings without the one for sites' });
    return off ? { entra, closed: true, roles: await directRoles({ graph }) } : { entra, closed: false };
  },
  judge: (seen) => {
    const ask = (...steps: readonly Message[]): Remedy => ({
      owner: 'tenant-admin',
      steps: steps.map((step) => text(step)),
      // The setting itself has no page.
      ...(seen.entra && !steps.includes(look) ? { link: seen.entra } : {}),
    });
    if ('refused' in seen)
      return { state: 'unknown', says: text(unsaid), problem: seen.refused, remedy: ask(look) };
    if (!seen.closed) return { state: 'ok', says: text(allowed) };
    const held = 'roles' in seen ? seen.roles : undefined;
    const problem = { code: 'not-readable' };
    if (!held) return { state: 'unknown', says: text(unread), problem, remedy: ask(roles, assign, hand) };
    const role = held.find((each) => each !== 'Global Administrator');
    if (role)
      return {
        state: 'ok',
        says: text(exempt, { role }),
        details: [{ state: 'probable', says: text(activated, { role }) }],
      };
    if (held.length > 0)
      return { state: 'unknown', says: text(global), problem, remedy: ask(assign, turnOff) };
    return { state: 'blocked', says: text(closed), cause: text(cause), remedy: ask(assign, hand, turnOff) };
  },
});
