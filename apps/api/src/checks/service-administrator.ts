import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { directRoles } from './direct-roles.ts';

const holds = msg({ id: 'service-administrator.ok', defaultMessage: 'You are {roles}.' });
const activated = msg({
  id: 'service-administrator.activated',
  defaultMessage:
    'Microsoft Graph names what is assigned directly. It may name a role that Privileged Identity Management gives for some hours as well; that one doesn’t count for the site.',
});
const none = msg({
  id: 'service-administrator.none',
  defaultMessage: 'You hold no administrator role of the tenant directly.',
});
const unread = msg({
  id: 'service-administrator.unread',
  defaultMessage: 'Which administrator roles of the tenant you hold directly couldn’t be read.',
});
const cause = msg({
  id: 'service-administrator.cause',
  defaultMessage:
    'Most set-ups need none. One is needed to set capacity aside or link a billing policy, and to create the site where the tenant has closed that. Roles by a group or by Privileged Identity Management let you read, but don’t count for the site.',
});
const assign = msg({
  id: 'service-administrator.remedy.assign',
  defaultMessage:
    'If you need one: in the Microsoft Entra admin centre, “Roles & admins”, “Power Platform Administrator”, “Add assignments”: select the person, and as type “Active”.',
});
const hand = msg({
  id: 'service-administrator.remedy.hand',
  defaultMessage: 'Or ask an administrator of the tenant for the one thing that needs it.',
});
const look = msg({
  id: 'service-administrator.remedy.look',
  defaultMessage:
    'In the Microsoft Entra admin centre, “Users”, open yourself, “Assigned roles”, and read the column “Assignment path”.',
});

/** Administrator roles of the tenant, as Power Pages counts them: directly. Advice, because most steps need none. */
export default defineCheck({
  title: msg({
    id: 'service-administrator.title',
    defaultMessage: 'You hold an administrator role of the tenant, directly',
  }),
  why: msg({
    id: 'service-administrator.why',
    defaultMessage: 'A few things can only be read or set by administrators of the tenant.',
  }),
  owner: 'tenant-admin',
  after: [],
  observe: async ({ graph, cloud }) => ({ roles: await directRoles({ graph }), entra: cloud.pages.entra }),
  judge: ({ roles, entra }) => {
    const link = entra ? { link: entra } : {};
    if (!roles)
      return {
        state: 'unknown',
        says: text(unread),
        problem: { code: 'not-readable' },
        remedy: { owner: 'you', steps: [text(look)], ...link },
      };
    if (roles.length > 0)
      return {
        state: 'ok',
        says: text(holds, { roles: roles.join(', ') }),
        details: [{ state: 'probable', says: text(activated) }],
      };
    return {
      state: 'warn',
      says: text(none),
      cause: text(cause),
      remedy: {
        owner: 'tenant-admin',
        steps: [text(assign), text(hand)],
        ...link,
      },
    };
  },
});
