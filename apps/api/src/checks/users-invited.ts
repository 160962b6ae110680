import type { FindingFacts, InviteeState } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { invitationsOf, standingOf } from '../targets/invitations.ts';
import { readInvitees } from '../targets/invitees.ts';
import { getSite, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'users-invited.ok',
  defaultMessage:
    '{count, plural, one {The contact has} other {The # contacts have}} an invitation, or signed up with one.',
});
const nobody = msg({ id: 'users-invited.nobody', defaultMessage: 'Nobody is to be invited yet.' });
const some = msg({
  id: 'users-invited.some',
  defaultMessage:
    '{count, plural, one {One contact has} other {# contacts have}} no invitation that can be used.',
});
const open = msg({ id: 'users-invited.open', defaultMessage: '{name}: until {until}' });
const endless = msg({ id: 'users-invited.endless', defaultMessage: '{name}: without an end' });
const signedUp = msg({ id: 'users-invited.signed-up', defaultMessage: '{name}: has signed up' });
const runOut = msg({
  id: 'users-invited.run-out',
  defaultMessage: '{name}: the time of the invitation is over',
});
const none = msg({ id: 'users-invited.none', defaultMessage: '{name}: no invitation' });
const hidden = msg({
  id: 'users-invited.private',
  defaultMessage:
    'a site that they can open: it is private, so until it is public only people of your organization get to it',
});
const invite = msg({
  id: 'users-invited.remedy.invite',
  defaultMessage:
    'Inviting makes one for each. By hand: in Power Pages, open the site’s menu “…”, “Power Pages Management”, “Contacts”, open the contact, and select “Create Invitation”.',
});

/** An invitation that can be used, or one that was: by it, and by nothing else, people can sign up. */
export default defineCheck({
  title: msg({ id: 'users-invited.title', defaultMessage: 'Each of them is invited' }),
  why: msg({
    id: 'users-invited.why',
    defaultMessage: 'The portal lets nobody register without an invitation.',
  }),
  owner: 'you',
  after: ['contacts-usable'],
  observe: async (targets) => {
    const invitees = await readInvitees(targets);
    const [invitations, site, link] = await Promise.all([
      invitationsOf(
        targets,
        invitees.map(({ contact }) => contact),
      ),
      getSite(targets),
      sitesPage(targets),
    ]);
    const people = invitees.map(
      ({ contact, name }): InviteeState => ({
        contact,
        name,
        ...standingOf(invitations, contact),
      }),
    );
    return { people, private: !/^public$/i.test(site.siteVisibility ?? ''), link };
  },
  judge: ({ people, link, ...site }) => {
    const facts: FindingFacts['users-invited'] = { people };
    if (people.length === 0) return { state: 'ok', says: text(nobody), facts };
    const away: Detail[] = site.private ? [{ state: 'not-found', says: text(hidden) }] : [];
    const details = [...people.map(detailOf), ...away];
    const count = people.filter(({ state }) => /^(none|run-out)$/.test(state)).length;
    if (count === 0) return { state: 'ok', says: text(all, { count: people.length }), details, facts };
    return {
      state: 'blocked',
      todo: true,
      says: text(some, { count }),
      details,
      remedy: { owner: 'you', steps: [text(invite)], link },
      facts,
    };
  },
});

function detailOf({ name, state, until }: InviteeState): Detail {
  switch (state) {
    case 'open':
      return { state: 'proved', says: until ? text(open, { name, until }) : text(endless, { name }) };
    case 'signed-up':
      return { state: 'proved', says: text(signedUp, { name }) };
    case 'run-out':
      return { state: 'not-found', says: text(runOut, { name }) };
    case 'none':
    default:
      return { state: 'not-found', says: text(none, { name }) };
  }
}
