import { msg, text } from '@portico/plan/text';
import { readInvitees } from '../targets/invitees.ts';
import { creators, orderTables } from '../targets/order-permissions.ts';
import { sitesPage } from '../targets/portal-site.ts';
import { webRoles } from '../targets/web-roles.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'order-permissions.ok',
  defaultMessage: 'The web roles of the first users let them create orders and order lines.',
});
const nobody = msg({ id: 'order-permissions.nobody', defaultMessage: 'Nobody is to order yet.' });
const some = msg({
  id: 'order-permissions.some',
  defaultMessage: 'With {roles} nobody can create {tables}.',
});
const cause = msg({
  id: 'order-permissions.cause',
  defaultMessage:
    'Whoever signs in may do what the table permissions of their web roles say. Without one, the portal says “You don’t have the appropriate permissions.”',
});
const give = msg({
  id: 'order-permissions.remedy.give',
  defaultMessage:
    'In Power Pages, edit the site, select “Security”, “Table permissions”, open the permission of the table, tick “Create”, and add the web role.',
});
const restart = msg({
  id: 'order-permissions.remedy.restart',
  defaultMessage: 'Then restart the site, so that it reads its configuration anew.',
});

/** Table permissions of orders. Soft: how the template grants them isn’t published, and a site may do it otherwise. */
export default defineCheck({
  title: msg({ id: 'order-permissions.title', defaultMessage: 'Their web roles may order' }),
  why: msg({
    id: 'order-permissions.why',
    defaultMessage: 'A web role says who somebody is, a table permission what they may do.',
  }),
  owner: 'environment-admin',
  after: ['contacts-usable', 'site-standard-model'],
  observe: async (targets) => {
    const people = await readInvitees(targets);
    const [roles, may, link] = await Promise.all([webRoles(targets), creators(targets), sitesPage(targets)]);
    const held = roles.filter(({ id }) => people.some(({ role }) => role === id));
    return {
      count: people.length,
      link,
      lacking: held.flatMap(({ id, name }) => {
        const tables = orderTables.filter((table) => !may[table].has(id));
        return tables.length > 0 ? [{ role: name, tables }] : [];
      }),
    };
  },
  judge: ({ count, lacking, link }) => {
    if (count === 0) return { state: 'ok', says: text(nobody) };
    if (lacking.length === 0) return { state: 'ok', says: text(all) };
    const roles = lacking.map(({ role }) => `“${role}”`).join(', ');
    const tables = [...new Set(lacking.flatMap((each) => each.tables))].join(', ');
    return {
      state: 'blocked',
      says: text(some, { roles, tables }),
      cause: text(cause),
      remedy: { owner: 'environment-admin', steps: [text(give), text(restart)], link },
    };
  },
});
