import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const there = msg({ id: 'environment-user.ok', defaultMessage: 'You have a user in {name}.' });
const none = msg({ id: 'environment-user.none', defaultMessage: 'You have no user in {name}.' });
const noneCause = msg({
  id: 'environment-user.none.cause',
  defaultMessage:
    'You were never added to it, you aren’t in its security group, or you come by a partner’s delegation (GDAP), which brings no user. A new environment may need some minutes.',
});
const disabled = msg({ id: 'environment-user.disabled', defaultMessage: 'Your user in {name} is disabled.' });
const disabledCause = msg({
  id: 'environment-user.disabled.cause',
  defaultMessage:
    'Your sign-in is blocked, you have no licence, or you left the environment’s security group.',
});
const open = msg({
  id: 'environment-user.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Users”.',
});
const add = msg({
  id: 'environment-user.remedy.add',
  defaultMessage:
    'Select “Add user”, find the person by the name they sign in with, select “Add”, then give them the role “System Administrator”.',
});
const account = msg({
  id: 'environment-user.remedy.account',
  defaultMessage:
    'A partner’s consultant needs an account of the customer’s tenant for that, or to be invited as a guest.',
});
const enable = msg({
  id: 'environment-user.remedy.enable',
  defaultMessage:
    'In the Microsoft 365 admin centre, under “Users”, “Active users”, see that the person may sign in and has a licence; add them to the environment’s security group; then select “Refresh user” on their page here.',
});

/** Dataverse’s words for who isn’t in (powerapps-docs, web service error codes). */
const refusals: ReadonlyMap<string, 'none' | 'disabled'> = new Map([
  ['0x80072560', 'none'],
  ['0x80040225', 'disabled'],
]);

/** Whether Dataverse knows this person at all. Everything that is read from Dataverse builds on it. */
export default defineCheck({
  title: msg({ id: 'environment-user.title', defaultMessage: 'You have a user in the environment' }),
  why: msg({
    id: 'environment-user.why',
    defaultMessage: 'Without a user in Dataverse nothing there can be read or changed in your name.',
  }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async ({ environment, dataverse, cloud }) => {
    const [{ name: id, properties }, client] = await Promise.all([environment(), dataverse()]);
    const known = { name: properties.displayName ?? id, link: hubOf(cloud, id) };
    try {
      await client.whoAmI({});
      return { ...known, user: 'there' as const };
    } catch (error) {
      const user = error instanceof Problem && refusals.get(error.upstream?.code?.toLowerCase() ?? '');
      if (!user) throw error;
      return { ...known, user };
    }
  },
  judge: ({ name, link, user }) => {
    if (user === 'there') return { state: 'ok', says: text(there, { name }) };
    const steps = user === 'none' ? [open, add, account] : [open, enable];
    return {
      state: 'blocked',
      says: text(user === 'none' ? none : disabled, { name }),
      cause: text(user === 'none' ? noneCause : disabledCause),
      remedy: { owner: 'environment-admin', steps: steps.map((step) => text(step)), link },
    };
  },
});
