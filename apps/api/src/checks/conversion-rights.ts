import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesAdminPage } from '../targets/portal-site.ts';
import { isRows } from '../targets/rows.ts';
import { isProduction } from '../targets/site-clock.ts';
import type { Targets } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import { defineCheck } from './define-check.ts';
import { directRoles } from './direct-roles.ts';

const done = msg({
  id: 'conversion-rights.done',
  defaultMessage: 'The site is a production site already: nobody has to convert it.',
});
const mine = msg({
  id: 'conversion-rights.ok',
  defaultMessage: 'You made this site, so you may convert it.',
});
const role = msg({
  id: 'conversion-rights.role',
  defaultMessage:
    'You hold a role that may convert ({role}), but somebody else made this site. Microsoft also wants an owner of its application in Entra, and who that is can’t be read.',
});
const missing = msg({
  id: 'conversion-rights.missing',
  defaultMessage: 'Somebody else made this site, and you hold no role that may convert it.',
});
const unread = msg({
  id: 'conversion-rights.unread',
  defaultMessage:
    'Somebody else made this site, and whether you hold a role that may convert it couldn’t be read.',
});
const cause = msg({
  id: 'conversion-rights.cause',
  defaultMessage:
    'Converting needs two things: to own the site’s application, as whoever made the site does; and to be who made it, System Administrator, System Customizer, Dynamics 365 or Power Platform administrator, directly.',
});
const handOver = msg({
  id: 'conversion-rights.remedy.hand',
  defaultMessage:
    'Hand the conversion over to whoever made the site: start it as “You do it in Microsoft’s page”.',
});
const addOwner = msg({
  id: 'conversion-rights.remedy.owner',
  defaultMessage:
    'Or be added as owner: in the Microsoft Entra admin centre, “App registrations”, the one called “Portals-{name}”, “Owners”, “Add owners”. A site without such a registration needs no owner.',
});
const assign = msg({
  id: 'conversion-rights.remedy.assign',
  defaultMessage: 'Or be given System Administrator of the environment: step “Access” says how.',
});

/**
 * Website app owner and one of these roles, held directly (power-pages-docs, admin/admin-roles). Soft: the owner of an
 * application can’t be read with our permissions, and a site with a managed identity may have none.
 */
export default defineCheck({
  title: msg({ id: 'conversion-rights.title', defaultMessage: 'You may convert the site' }),
  why: msg({
    id: 'conversion-rights.why',
    defaultMessage: 'Microsoft lets few people convert or delete a site.',
  }),
  owner: 'environment-admin',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const [site, me, roles] = await Promise.all([getSite(targets), whoIAm(targets), directRoles(targets)]);
    const owner = site.ownerId?.toLowerCase();
    return {
      name: site.name ?? '',
      production: isProduction(site),
      // Whose id the owner’s is, in Entra or in Dataverse, isn’t written down.
      mine: owner !== undefined && me.ids.includes(owner),
      role: [...me.roles, ...(roles ?? [])].find((each) => converts.has(each)),
      unread: roles === undefined,
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ name, production, mine: made, role: held, unread: unclear, link }) => {
    if (production) return { state: 'ok', says: text(done) };
    if (made) return { state: 'ok', says: text(mine) };
    const owner = 'environment-admin';
    const owned = text(addOwner, { name });
    if (held !== undefined)
      return {
        state: 'warn',
        says: text(role, { role: held }),
        cause: text(cause),
        remedy: { owner, steps: [text(handOver), owned], link },
      };
    const remedy = { owner, steps: [text(handOver), owned, text(assign)], link } as const;
    if (unclear) return { state: 'unknown', says: text(unread), problem: { code: 'not-readable' }, remedy };
    return { state: 'blocked', says: text(missing), cause: text(cause), remedy };
  },
});

const converts = new Set([
  'System Administrator',
  'System Customizer',
  'Dynamics 365 Administrator',
  'Power Platform Administrator',
]);

/** This person’s ids and the names of the security roles they hold directly. */
async function whoIAm({ dataverse }: Pick<Targets, 'dataverse'>) {
  const client = await dataverse();
  const { UserId: id } = await client.whoAmI({});
  const user = await client.getRow({
    set: 'systemusers',
    id,
    $select: 'azureactivedirectoryobjectid',
    $expand: 'systemuserroles_association($select=name)',
  });
  const roles = user['systemuserroles_association'];
  // It was asked for by name: without it nothing was said of this person.
  if (!isRows(roles)) throw new Problem('upstream-shape', { detail: 'a user without roles' });
  return {
    ids: [id, textOf(user['azureactivedirectoryobjectid'])].map((each) => each.toLowerCase()),
    roles: roles.map((each) => textOf(each['name'])),
  };
}
