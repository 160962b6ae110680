import { msg, text } from '@portico/plan/text';
import { readInvitees } from '../targets/invitees.ts';
import { sitesPage } from '../targets/portal-site.ts';
import { rolesGiven, webRoles } from '../targets/web-roles.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'web-roles-assigned.ok',
  defaultMessage: '{count, plural, one {The contact has} other {The # contacts have}} the chosen web role.',
});
const nobody = msg({ id: 'web-roles-assigned.nobody', defaultMessage: 'No web role is needed yet.' });
const some = msg({
  id: 'web-roles-assigned.some',
  defaultMessage: '{count, plural, one {One contact lacks} other {# contacts lack}} the chosen web role.',
});
const lack = msg({ id: 'web-roles-assigned.lack', defaultMessage: '{name}: {role}' });
const has = msg({ id: 'web-roles-assigned.has', defaultMessage: '{name}: {role}' });
const everybody = msg({
  id: 'web-roles-assigned.everybody',
  defaultMessage: '{name}: {role}, which everybody has who signs in',
});
const cause = msg({
  id: 'web-roles-assigned.cause',
  defaultMessage: 'Without a web role somebody who signs in sees public information only.',
});
const give = msg({
  id: 'web-roles-assigned.remedy',
  defaultMessage:
    'Inviting gives it. By hand: in Power Pages, open the site’s menu “…”, “Power Pages Management”, “Web Roles”, open the role, and add the contact under “Related”, “Contacts”.',
});

/** Which web role each of the chosen contacts has on this site. */
export default defineCheck({
  title: msg({ id: 'web-roles-assigned.title', defaultMessage: 'Each of them has a web role' }),
  why: msg({
    id: 'web-roles-assigned.why',
    defaultMessage: 'The web role decides whose orders somebody sees.',
  }),
  owner: 'you',
  after: ['contacts-usable'],
  observe: async (targets) => {
    const people = await readInvitees(targets);
    const [roles, given, link] = await Promise.all([
      webRoles(targets),
      rolesGiven(
        targets,
        people.map(({ contact }) => contact),
      ),
      sitesPage(targets),
    ]);
    const seen = people.map(({ contact, name, role: id }) => {
      const role = roles.find((each) => each.id === id);
      const own = given.get(contact.toLowerCase())?.includes(id) === true;
      return { name, role: role?.name ?? '?', by: own ? 'given' : role?.everybody ? 'everybody' : 'none' };
    });
    return { seen, link };
  },
  judge: ({ seen, link }) => {
    if (seen.length === 0) return { state: 'ok', says: text(nobody) };
    const details = seen.map(({ name, role, by }) => {
      if (by === 'none') return { state: 'not-found' as const, says: text(lack, { name, role }) };
      return { state: 'proved' as const, says: text(by === 'given' ? has : everybody, { name, role }) };
    });
    const count = seen.filter(({ by }) => by === 'none').length;
    if (count === 0) return { state: 'ok', says: text(all, { count: seen.length }), details };
    return {
      state: 'blocked',
      todo: true,
      says: text(some, { count }),
      cause: text(cause),
      details,
      remedy: { owner: 'you', steps: [text(give)], link },
    };
  },
});
