import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

/** Well-known id of the role's template; the same in every organization. From general knowledge, not re-verified. */
const systemAdministrator = '627090ff-40a3-4053-8790-584edc5be201';

const direct = msg({
  id: 'system-administrator.ok',
  defaultMessage: '{user} is System Administrator, directly, with Read-Write access.',
});
const missing = msg({
  id: 'system-administrator.missing',
  defaultMessage: '{user} isn’t System Administrator of this environment by direct assignment.',
});
const mode = msg({
  id: 'system-administrator.mode',
  defaultMessage: '{user} is System Administrator, but not with Read-Write access.',
});
const cause = msg({
  id: 'system-administrator.cause',
  defaultMessage:
    'Power Pages doesn’t count roles that are held through a security group or through Privileged Identity Management.',
});
const modeCause = msg({
  id: 'system-administrator.mode.cause',
  defaultMessage: 'The user has the access mode “Administrative” or “Read”, which can’t create a site.',
});
const open = msg({
  id: 'system-administrator.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Users”.',
});
const assign = msg({
  id: 'system-administrator.remedy.assign',
  defaultMessage: 'Select {user}, “Manage security roles”, tick “System Administrator”, and save.',
});
const setMode = msg({
  id: 'system-administrator.remedy.mode',
  defaultMessage: 'Select {user}, open the user in Dynamics 365, and set “Access mode” to “Read-Write”.',
});

/** The role that counts for creating a site: System Administrator, held directly, in Read-Write mode. */
export default defineCheck({
  title: msg({
    id: 'system-administrator.title',
    defaultMessage: 'You are System Administrator of the environment, directly',
  }),
  why: msg({
    id: 'system-administrator.why',
    defaultMessage: 'Only such a person can start dual-write maps and create the site.',
  }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async ({ dataverse, environment, cloud }) => {
    const client = await dataverse();
    const { UserId } = await client.whoAmI({});
    const user = await client.getRow({
      set: 'systemusers',
      id: UserId,
      $select: 'fullname,domainname,accessmode,isdisabled',
      $expand: 'systemuserroles_association($select=name,_roletemplateid_value)',
    });
    const roles = user['systemuserroles_association'];
    // Both were asked for by name: without them nothing was said of this person.
    if (!isRows(roles) || typeof user['accessmode'] !== 'number')
      throw new Problem('upstream-shape', { detail: 'a user without roles or access mode' });
    return {
      user: [user['domainname'], user['fullname']].find((name) => typeof name === 'string') ?? UserId,
      // 0 is Read-Write.
      readWrite: user['accessmode'] === 0 && user['isdisabled'] !== true,
      held: roles.some((role) => String(role['_roletemplateid_value']).toLowerCase() === systemAdministrator),
      link: `${cloud.pages.adminCentre}/environments/environment/${(await environment()).name}/hub`,
    };
  },
  judge: ({ user, readWrite, held, link }) => {
    if (held && readWrite) return { state: 'ok', says: text(direct, { user }) };
    return {
      state: 'blocked',
      says: text(held ? mode : missing, { user }),
      cause: text(held ? modeCause : cause),
      remedy: {
        owner: 'environment-admin',
        steps: [text(open), held ? text(setMode, { user }) : text(assign, { user })],
        link,
      },
    };
  },
});

const isRows = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);
