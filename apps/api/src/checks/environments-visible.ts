import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const some = msg({
  id: 'environments-visible.ok',
  defaultMessage: '{count, plural, one {One environment is} other {# environments are}} visible to you.',
});
const none = msg({ id: 'environments-visible.none', defaultMessage: 'No environment is visible to you.' });
const cause = msg({
  id: 'environments-visible.cause',
  defaultMessage:
    'Microsoft lists the environments that you are a user of, and all of them to administrators.',
});
const add = msg({
  id: 'environments-visible.remedy',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Users”, “Add user”, and add the person who does this set-up.',
});

/** Whether there is anything to choose from. Needs no decision: what is missing here is missing before the first one. */
export default defineCheck({
  title: msg({ id: 'environments-visible.title', defaultMessage: 'Your environments can be read' }),
  why: msg({
    id: 'environments-visible.why',
    defaultMessage: 'The set-up begins with the environment that the portal shall live in.',
  }),
  owner: 'environment-admin',
  after: [],
  observe: async ({ environments, cloud }) => ({
    count: (await environments()).length,
    link: `${cloud.pages.adminCentre}/environments`,
  }),
  judge: ({ count, link }) =>
    count > 0
      ? { state: 'ok', says: text(some, { count }) }
      : {
          state: 'warn',
          says: text(none),
          cause: text(cause),
          remedy: { owner: 'environment-admin', steps: [text(add)], link },
        },
});
