import type { ProblemRecord } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { ownUser } from './own-user.ts';
import { read } from '../targets/read.ts';
import { inText } from '../targets/rows.ts';

const holds = msg({
  id: 'finance-operations-administrator.ok',
  defaultMessage: '{user} is System administrator in finance and operations.',
});
const lacks = msg({
  id: 'finance-operations-administrator.lacks',
  defaultMessage: '{user} works in finance and operations, but isn’t System administrator there.',
});
const disabled = msg({
  id: 'finance-operations-administrator.disabled',
  defaultMessage: 'The user {user} in finance and operations is disabled.',
});
const unread = msg({
  id: 'finance-operations-administrator.unread',
  defaultMessage: 'Whether you are System administrator in finance and operations couldn’t be read.',
});
const cause = msg({
  id: 'finance-operations-administrator.cause',
  defaultMessage: 'Dual-write lets only people work with table maps who administer both sides.',
});
const open = msg({
  id: 'finance-operations-administrator.remedy.open',
  defaultMessage:
    'In finance and operations, open “System administration”, “Users”, “Users”, and select your user: its “User ID” has the name that you sign in with under “Email”.',
});
const assign = msg({
  id: 'finance-operations-administrator.remedy.assign',
  defaultMessage: 'Under “User’s roles” select “Assign roles”, tick “System administrator”, and select “OK”.',
});
const enable = msg({
  id: 'finance-operations-administrator.remedy.enable',
  defaultMessage: 'Select “Edit”, set “Enabled” to “Yes”, and save.',
});
const look = msg({
  id: 'finance-operations-administrator.remedy.look',
  defaultMessage:
    'See that “System administrator” is among “User’s roles”. If you can’t open the page, you have no user there, or not that role: ask whoever administers it.',
});

/** The role by the name that the application itself gives it. */
const role = '-SYSADMIN-';

/**
 * System administrator in finance and operations, from its own OData. Soft: who can’t read roles there may hold
 * another’s word for it, and somebody else may start the maps. A 401 or 403 says only that this sign-in reads nothing.
 */
export default defineCheck({
  title: msg({
    id: 'finance-operations-administrator.title',
    defaultMessage: 'You are System administrator in finance and operations',
  }),
  why: msg({
    id: 'finance-operations-administrator.why',
    defaultMessage: 'Starting table maps needs the role on both sides.',
  }),
  owner: 'finance-operations-admin',
  after: ['fno-linked'],
  observe: async ({ dataverse, finance, financeHost, cloud }) => {
    const link = `${cloud.scheme}//${await financeHost()}/?mi=SysUserInfoPage`;
    const { signsInAs: name } = await ownUser(await dataverse());
    // Without a name nobody can be looked for there.
    if (!name) return { link, refused: { code: 'not-readable' } satisfies ProblemRecord };
    const client = await finance();
    const refusals = ['upstream-forbidden', 'token-refused'] as const;
    const users = await read(client.listUsers({ $filter: `Alias eq '${inText(name)}'` }), refusals);
    if (!('value' in users)) return { link, refused: users.refused };
    const [user] = users.value;
    if (!user) return { link, refused: { code: 'not-readable' } satisfies ProblemRecord };
    const held = await read(
      client.listUserRoles({
        $filter: `UserId eq '${inText(user.UserID)}' and SecurityRoleIdentifier eq '${role}'`,
      }),
      refusals,
    );
    if (!('value' in held)) return { link, refused: held.refused };
    const holds = held.value.some(({ SecurityRoleIdentifier: each }) => each === role);
    return { link, user: user.UserID, enabled: user.Enabled !== false, holds };
  },
  judge: (seen) => {
    const { link } = seen;
    const remedy = (...steps: readonly Message[]) =>
      ({
        owner: 'finance-operations-admin',
        steps: steps.map((step) => text(step)),
        link,
      }) as const;
    if ('refused' in seen)
      return {
        state: 'unknown',
        says: text(unread),
        // Whatever stood in the way of the read, the way on is the same: a person looks.
        problem: { ...seen.refused, code: 'not-readable' },
        remedy: remedy(open, look, assign),
      };
    const { user, enabled, holds: has } = seen;
    if (!enabled)
      return {
        state: 'blocked',
        says: text(disabled, { user }),
        cause: text(cause),
        remedy: remedy(open, enable),
      };
    if (has) return { state: 'ok', says: text(holds, { user }) };
    return {
      state: 'blocked',
      says: text(lacks, { user }),
      cause: text(cause),
      remedy: remedy(open, assign),
    };
  },
});
