import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const some = msg({
  id: 'users-chosen.ok',
  defaultMessage: '{count, plural, one {One contact is} other {# contacts are}} chosen.',
});
const none = msg({ id: 'users-chosen.none', defaultMessage: 'Nobody is chosen yet.' });
const cause = msg({
  id: 'users-chosen.cause',
  defaultMessage: 'Nobody can register by themselves, so until somebody is invited nobody can order.',
});
const choose = msg({
  id: 'users-chosen.remedy.choose',
  defaultMessage: 'Find the contacts who are to order first above, and give each a web role.',
});
const later = msg({
  id: 'users-chosen.remedy.later',
  defaultMessage: 'Or go on without them, and say why. You can come back to this step at any time.',
});

/** Self-registration is off on purpose (customer-portal-user-admin). Soft: whom to invite may be decided later. */
export default defineCheck({
  title: msg({ id: 'users-chosen.title', defaultMessage: 'The first users are chosen' }),
  why: msg({
    id: 'users-chosen.why',
    defaultMessage: 'People come to the portal by invitation only.',
  }),
  owner: 'you',
  after: ['environment-user'],
  observe: ({ answers }) => Promise.resolve(answers['first-users']?.people.length ?? 0),
  judge: (count) =>
    count > 0
      ? { state: 'ok', says: text(some, { count }) }
      : {
          state: 'blocked',
          todo: true,
          says: text(none),
          cause: text(cause),
          remedy: { owner: 'you', steps: [text(choose), text(later)] },
        },
});
