import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';
import { ownUser } from './own-user.ts';

const ok = msg({ id: 'read-write-access.ok', defaultMessage: '{user} has the access mode “Read-Write”.' });
const other = msg({
  id: 'read-write-access.other',
  defaultMessage: '{user} has the access mode “{mode}”, not “Read-Write”.',
});
const delegated = msg({
  id: 'read-write-access.delegated',
  defaultMessage:
    'You work here as “{user}”: the row that Dataverse keeps for all delegated administrators of partners.',
});
const unlicensed = msg({
  id: 'read-write-access.unlicensed',
  defaultMessage:
    'Administrators without a licence get the mode “Administrative”. It shows settings, but neither reads nor writes business data, and can’t create a site.',
});
const limited = msg({
  id: 'read-write-access.limited',
  defaultMessage: 'Somebody set the mode on the user’s form. It can’t create a site.',
});
const shared = msg({
  id: 'read-write-access.shared',
  defaultMessage:
    'Delegated administrators have no user of their own, so no role or mode can be given to you.',
});
const open = msg({
  id: 'read-write-access.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Users”, and select {user}.',
});
const licence = msg({
  id: 'read-write-access.remedy.licence',
  defaultMessage:
    'If the user has no licence: in the Microsoft 365 admin centre, “Users”, “Active users”, give it one with Dataverse, such as Dynamics 365 Supply Chain Management.',
});
const set = msg({
  id: 'read-write-access.remedy.set',
  defaultMessage:
    'Select “Manage user in Dynamics 365”; under “Client Access License (CAL) Information” set “Access Mode” to “Read-Write”, and save.',
});
const account = msg({
  id: 'read-write-access.remedy.account',
  defaultMessage:
    'Ask for an account of this tenant, or to be invited as a guest; then sign in with that one.',
});

/** Access modes of a user (Dataverse, systemuser); 0 is the one that counts. */
const modes = ['Read-Write', 'Administrative', 'Read', 'Support User', 'Non-interactive', 'Delegated Admin'];

/** Read-Write, the mode that creating a site asks for beside the role (power-pages-docs, admin/admin-roles). */
export default defineCheck({
  title: msg({ id: 'read-write-access.title', defaultMessage: 'Your user may read and write' }),
  why: msg({
    id: 'read-write-access.why',
    defaultMessage: 'A user with another access mode can look at settings, and create no site.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ dataverse, environment, cloud }) => {
    const { name, accessMode } = await ownUser(await dataverse());
    return { user: name, mode: accessMode, link: hubOf(cloud, (await environment()).name) };
  },
  judge: ({ user, mode, link }) => {
    if (mode === 0) return { state: 'ok', says: text(ok, { user }) };
    const stop = (says: Message, cause: Message, ...steps: readonly Message[]) =>
      ({
        state: 'blocked',
        says: text(says, { user, mode: modes[mode] ?? mode }),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: steps.map((step) => text(step, { user })), link },
      }) as const;
    if (mode === 5) return stop(delegated, shared, account);
    return mode === 1 ? stop(other, unlicensed, licence, open, set) : stop(other, limited, open, set);
  },
});
