import { guideUsers, watchUsers } from './invite-users/by-hand.ts';
import { changesFor } from './invite-users/changes.ts';
import { inviteAll } from './invite-users/invite-all.ts';
import { openWork } from './invite-users/open-work.ts';
import { defineAction } from './define-action.ts';
import { msg } from '@portico/plan/text';

/**
 * Fills in what the contacts' accounts have, gives each a web role, and makes the invitations. One action, because nobody
 * is to be invited before the rest is there, and a person reviews and starts it as one thing.
 */
export default defineAction({
  title: msg({ id: 'invite-users.title', defaultMessage: 'Invite the first users' }),
  left: msg({
    id: 'invite-users.left',
    defaultMessage:
      'What was filled in, given or made stays, and is adopted when you start again. An invitation can be deactivated in Power Pages Management.',
  }),
  changes: async (targets) => changesFor(await openWork(targets)),
  drivers: {
    automatic: { run: inviteAll },
    guided: { guide: guideUsers, run: watchUsers },
  },
});
