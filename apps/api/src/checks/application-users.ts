import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { lackOf, type Role, roleColumns, rolesOf } from '../targets/dual-write-roles.ts';
import { isInstalled, notInstalled } from '../targets/dual-write-solutions.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** As whom finance and operations comes to Dataverse (dual-write, prerequisites). */
const applications = [
  { id: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b', name: 'Dynamics Data Integration' },
  { id: '00000015-0000-0000-c000-000000000000', name: 'Dynamics ERP' },
];

const ok = msg({
  id: 'application-users.ok',
  defaultMessage: 'Both applications of dual-write are users of this environment, with their roles.',
});
const some = msg({
  id: 'application-users.some',
  defaultMessage:
    '{names} can’t work in this environment as {count, plural, one {that application} other {those applications}} of dual-write should.',
});
const cause = msg({
  id: 'application-users.cause',
  defaultMessage:
    'Finance and operations reaches Dataverse as these users. Only an environment that you host yourself does without “Dynamics ERP”.',
});
const ready = msg({ id: 'application-users.ready', defaultMessage: '{name} is System Administrator.' });
const likely = msg({
  id: 'application-users.likely',
  defaultMessage: '{name} has {roles}. Whether they reach every table can’t be seen from their names.',
});
const missing = msg({ id: 'application-users.missing', defaultMessage: '{name} isn’t there ({id}).' });
const disabled = msg({ id: 'application-users.disabled', defaultMessage: '{name} is deactivated.' });
const lacks = msg({ id: 'application-users.lacks', defaultMessage: '{name} lacks {roles}.' });
const tables = msg({
  id: 'application-users.tables',
  defaultMessage: '{name} has no role for the tables themselves.',
});
const open = msg({
  id: 'application-users.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Application users”.',
});
const add = msg({
  id: 'application-users.remedy.add',
  defaultMessage:
    'Select “New app user”, “Add an app”, and look for {id}; choose the root business unit and the role “System Administrator”, then “Create”.',
});
const activate = msg({
  id: 'application-users.remedy.activate',
  defaultMessage: 'Select {name}, then “Activate”.',
});
const assign = msg({
  id: 'application-users.remedy.assign',
  defaultMessage:
    'Select {name}, then “Edit security roles”; tick “System Administrator”, or {roles}, and save.',
});
/** Names of roles in the remedy: all that an application needs that isn't an administrator. */
const wanted = '“Dual-write runtime user”, “Dual-write app user”, “Salesperson”';

interface User {
  readonly id: string;
  readonly disabled: boolean;
  readonly roles: readonly Role[];
}

/**
 * Soft: mostly nothing can be written without them, but one isn't needed where customers host finance and operations
 * themselves, and a role of the customer's own may stand for those that are asked for here by name.
 */
export default defineCheck({
  title: msg({
    id: 'application-users.title',
    defaultMessage: 'Dual-write’s applications may work in Dataverse',
  }),
  why: msg({
    id: 'application-users.why',
    defaultMessage: 'What finance and operations writes to Dataverse is written as these users.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    // Their roles come with the core solution.
    const installed = await isInstalled(rows, 'DualWriteCore');
    const found = await rows({
      set: 'systemusers',
      $select: 'applicationid,isdisabled',
      $expand: `systemuserroles_association($select=${roleColumns})`,
      $filter: applications.map(({ id }) => `applicationid eq ${id}`).join(' or '),
    });
    return {
      installed,
      users: found.map(
        (row): User => ({
          id: String(row['applicationid']).toLowerCase(),
          disabled: row['isdisabled'] !== false,
          roles: rolesOf(row, 'systemuserroles_association'),
        }),
      ),
      link: hubOf(cloud, (await environment()).name),
    };
  },
  judge: ({ installed, users, link }) => {
    if (!installed) return notInstalled;
    const seen = applications.map(({ id, name }) => {
      const user = users.find((one) => one.id === id);
      const lack = lackOf(user?.roles ?? []);
      const powerless = user !== undefined && (lack.roles.length > 0 || lack.tables);
      return { id, name, user, lack, powerless };
    });
    const bad = seen.filter(({ user, powerless }) => !user || user.disabled || powerless);
    const details = seen.flatMap(({ id, name, user, lack, powerless }): Detail[] => {
      if (!user) return [{ state: 'not-found', says: text(missing, { name, id }) }];
      const roles = user.roles.map((role) => role.name).join(', ');
      const administrator = user.roles.some((role) => role.administrator);
      return [
        ...(user.disabled ? [{ state: 'not-found', says: text(disabled, { name }) } as const] : []),
        ...(lack.roles.length > 0
          ? [{ state: 'not-found', says: text(lacks, { name, roles: lack.roles.join(', ') }) } as const]
          : []),
        ...(lack.tables ? [{ state: 'not-found', says: text(tables, { name }) } as const] : []),
        ...(administrator ? [{ state: 'proved', says: text(ready, { name }) } as const] : []),
        ...(!administrator && !powerless
          ? [{ state: 'probable', says: text(likely, { name, roles }) } as const]
          : []),
      ];
    });
    if (bad.length === 0) return { state: 'ok', says: text(ok), details };
    return {
      state: 'blocked',
      says: text(some, { count: bad.length, names: bad.map(({ name }) => name).join(', ') }),
      cause: text(cause),
      details,
      remedy: {
        owner: 'environment-admin',
        steps: [
          text(open),
          ...bad.flatMap(({ id, name, user, powerless }) => [
            ...(user ? [] : [text(add, { id })]),
            ...(user?.disabled ? [text(activate, { name })] : []),
            ...(powerless ? [text(assign, { name, roles: wanted })] : []),
          ]),
        ],
        link,
      },
    };
  },
});
