import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesAdminPage } from '../targets/portal-site.ts';
import { read, valueOf } from '../targets/read.ts';
import { isProduction } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';
import { directRoles } from './direct-roles.ts';

const done = msg({ id: 'publishing-allowed.done', defaultMessage: 'The site is public already.' });
const good = msg({
  id: 'publishing-allowed.ok',
  defaultMessage: 'As far as you may read, nothing keeps the site from being made public.',
});
const developer = msg({
  id: 'publishing-allowed.developer',
  defaultMessage: 'A site in a developer environment can’t be made public.',
});
const governed = msg({
  id: 'publishing-allowed.governed',
  defaultMessage: 'Your tenant doesn’t let this site be public while it is a trial.',
});
const group = msg({
  id: 'publishing-allowed.group',
  defaultMessage: 'Your tenant lets only its administrators and one group of people make sites public.',
});
const governedCause = msg({
  id: 'publishing-allowed.governed.cause',
  defaultMessage:
    'The governance control “Set site visibility to public access for non-production sites” says {value} here. It doesn’t bind production sites.',
});
const groupCause = msg({
  id: 'publishing-allowed.group.cause',
  defaultMessage:
    'The tenant setting “enableSystemAdminsToChangeSiteVisibility” is off. Who is in the group can’t be read.',
});
const convert = msg({
  id: 'publishing-allowed.remedy.convert',
  defaultMessage: 'Convert the site to production first.',
});
const control = msg({
  id: 'publishing-allowed.remedy.control',
  defaultMessage:
    'Or ask an administrator of the tenant: in the Power Platform admin centre, “Manage”, “Power Pages”, “Governance controls”, that control, this environment, and “All” or this site.',
});
const add = msg({
  id: 'publishing-allowed.remedy.group',
  defaultMessage:
    'Ask an administrator of the tenant to make it public, or to add you: in the Power Platform admin centre, “Manage”, “Power Pages”, the site, “Manage”, “Security”, “Manage site visibility permissions”.',
});
const elsewhere = msg({
  id: 'publishing-allowed.remedy.elsewhere',
  defaultMessage: 'Begin a new set-up in a production or sandbox environment.',
});

/** Microsoft’s name of the control (microsoft/power-platform-skills). */
const policy = 'PowerPages_AllowNonProdPublicSites';

/** Who may make a site public, and which site (power-pages-docs, security/site-visibility, admin/site-visibility-governance). */
export default defineCheck({
  title: msg({ id: 'publishing-allowed.title', defaultMessage: 'The site may be made public' }),
  why: msg({
    id: 'publishing-allowed.why',
    defaultMessage: 'Tenants can keep sites from being public, and most people from making them so.',
  }),
  owner: 'tenant-admin',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const [site, { name: environment, properties }, settings, value, roles] = await Promise.all([
      getSite(targets),
      targets.environment(),
      read(targets.bap.listTenantSettings({})),
      targets
        .environment()
        .then(({ name }) => read(targets.websites.findGovernancePolicy({ environment: name, policy }))),
      directRoles(targets),
    ]);
    // It is always there, true or false (recorded answers): without it nothing was said about the tenant.
    if ('value' in settings && typeof settings.value.disablePortalsCreationByNonAdminUsers !== 'boolean')
      throw new Problem('upstream-shape', { detail: 'tenant settings without the one for sites' });
    const says = String(valueOf(value) ?? '');
    const named =
      /^(include|exclude)$/i.test(says) &&
      valueOf(await read(targets.websites.findGovernanceDetails({ environment, policy })));
    const has = (list: readonly string[] | null | undefined) =>
      list?.some((id) => id.toLowerCase() === site.id.toLowerCase()) ?? false;
    return {
      public: /^public$/i.test(site.siteVisibility ?? ''),
      production: isProduction(site),
      developer: properties.environmentSku === 'Developer',
      policy: says,
      included: named ? has(named.IncludedSites) : false,
      excluded: named ? has(named.ExcludedSites) : false,
      // Null means that nobody turned it off.
      closed:
        valueOf(settings)?.powerPlatform?.powerPages?.enableSystemAdminsToChangeSiteVisibility === false,
      administrator: roles?.some((role) => role !== 'Global Administrator') ?? false,
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ link, policy: value, ...site }) => {
    if (site.public) return { state: 'ok', says: text(done) };
    const owner = 'tenant-admin';
    if (site.developer)
      return {
        state: 'warn',
        says: text(developer),
        remedy: { owner: 'you', steps: [text(elsewhere)] },
      };
    const kept =
      /^(none|false)$/i.test(value) ||
      (/^include$/i.test(value) && !site.included) ||
      (/^exclude$/i.test(value) && site.excluded);
    if (!site.production && kept)
      return {
        state: 'warn',
        says: text(governed),
        cause: text(governedCause, { value }),
        remedy: { owner, steps: [text(convert), text(control)], link },
      };
    if (site.closed && !site.administrator)
      return {
        state: 'warn',
        says: text(group),
        cause: text(groupCause),
        remedy: { owner, steps: [text(add)], link },
      };
    return { state: 'ok', says: text(good) };
  },
});
