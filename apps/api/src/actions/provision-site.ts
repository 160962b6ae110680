import { Problem } from '@portico/contract/problems';
import { outcomeOf } from '@portico/microsoft/operation';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import type { Targets } from '../targets/targets.ts';
import { defineAction } from './define-action.ts';

/** Microsoft's name for the template in its API (reference of 2024-10-01); configurable once a tenant says otherwise. */
const templateName = 'CustomerPortal';

const create = msg({
  id: 'provision-site.change',
  defaultMessage: 'Create the site {name} at {url} in {language}, as a private trial',
});
const install = msg({
  id: 'provision-site.change.package',
  defaultMessage: 'Microsoft installs the packages of the Customer Portal template in this environment',
});
const adopted = msg({
  id: 'provision-site.adopted',
  defaultMessage: 'The site is in Microsoft’s list; nothing is sent twice.',
});
const asked = msg({ id: 'provision-site.asked', defaultMessage: 'Microsoft accepted the request.' });
const creating = msg({ id: 'provision-site.creating', defaultMessage: 'Microsoft creates the site.' });
const watching = msg({
  id: 'provision-site.watching',
  defaultMessage: 'We watch for a Customer Portal with the address {subdomain}.',
});

/** Creates the portal, or adopts the one that has this address already. */
export default defineAction({
  title: msg({ id: 'provision-site.title', defaultMessage: 'Create the portal site' }),
  left: msg({
    id: 'provision-site.left',
    defaultMessage:
      'Microsoft goes on creating the site once it was asked; it can be deleted in Power Pages. Its pages and settings stay in Dataverse.',
  }),
  changes: async (targets) => {
    const { name, subdomain, language } = decided(targets);
    return [
      {
        system: 'Power Pages',
        says: text(create, {
          name,
          language,
          url: `${targets.cloud.scheme}//${subdomain}.${targets.cloud.siteDomain}`,
        }),
        undo: 'by-hand',
      },
      { system: 'Dataverse', says: text(install), undo: 'impossible' },
    ];
  },
  drivers: {
    automatic: { run: (targets, verbs) => provision(targets, verbs) },
    guided: {
      guide: async (targets) => {
        const { name, subdomain, language } = decided(targets);
        return {
          who: 'environment-admin',
          link: `${targets.cloud.pages.powerPages}/environments/${(await targets.environment()).name}/portals/home`,
          steps: [
            text(openTemplates),
            text(openTab),
            text(choose),
            text(fill, { name, subdomain, language }),
            text(done),
          ],
          notice: text(notice),
        };
      },
      run: watch,
    },
  },
});

const openTemplates = msg({ id: 'provision-site.guide.templates', defaultMessage: 'Select “Templates”.' });
const openTab = msg({ id: 'provision-site.guide.tab', defaultMessage: 'Select the tab “Dynamics 365”.' });
const choose = msg({
  id: 'provision-site.guide.choose',
  defaultMessage: 'On “Customer Portal”, select “Choose this template”.',
});
const fill = msg({
  id: 'provision-site.guide.fill',
  defaultMessage:
    'Enter the site name {name} and the web address {subdomain}, and choose {language} as the site language.',
});
const done = msg({ id: 'provision-site.guide.done', defaultMessage: 'Select “Done”.' });
const notice = msg({
  id: 'provision-site.guide.notice',
  defaultMessage: 'We notice when the site appears, within a minute.',
});

function decided({ answers }: Targets) {
  const decision = answers['portal-site'];
  if (!decision) throw new Problem('answers-missing', { values: { step: 'portal-site' } });
  return decision;
}

const findSite = async (targets: Targets) => {
  const { subdomain } = decided(targets);
  return (await targets.sites()).find((site) => site.subdomain?.toLowerCase() === subdomain);
};

async function provision(targets: Targets, verbs: Verbs): Promise<void> {
  const { name, subdomain, language } = decided(targets);
  const operation = await verbs.once('create', async ({ write }) => {
    if (await findSite(targets)) return null;
    const { name: environment, properties } = await targets.environment();
    return await write(async () => {
      const started = await targets.websites.createWebsite({
        environment,
        body: {
          name,
          subdomain,
          templateName,
          selectedBaseLanguage: language,
          dataverseOrganizationId: properties.linkedEnvironmentMetadata?.resourceId ?? '',
        },
      });
      return started.operation ?? null;
    });
  });
  await verbs.say('asked', text(operation ? asked : adopted));
  await verbs.until(
    'created',
    { says: text(creating), for: 'upstream', every: 20, usually: 900 },
    async () => {
      if (operation) await failIfRefused(targets, operation);
      const site = await findSite(targets);
      const ready = /^(OperationComplete|StateConfigured)$/.test(site?.status ?? '');
      return ready && site?.packageInstallStatus === 'Installed' ? true : undefined;
    },
  );
}

/** The operation only ever tells of failure: success is what the list and the site itself say. */
async function failIfRefused(targets: Targets, operation: string): Promise<void> {
  const outcome = outcomeOf(await targets.websites.getOperation.at(operation));
  if (outcome.state !== 'failed') return;
  const { code, message = outcome.raw } = outcome;
  throw new Problem('action-failed', { upstream: { status: 200, message, ...(code ? { code } : {}) } });
}

async function watch(targets: Targets, verbs: Verbs): Promise<void> {
  const { subdomain } = decided(targets);
  await verbs.until(
    'created by a person',
    { says: text(watching, { subdomain }), for: 'person', every: 20, usually: 1200 },
    async () => ((await findSite(targets)) ? true : undefined),
  );
  await verbs.until(
    'created',
    { says: text(creating), for: 'upstream', every: 20, usually: 900 },
    async () => {
      const site = await findSite(targets);
      const ready = /^(OperationComplete|StateConfigured)$/.test(site?.status ?? '');
      return ready && site?.packageInstallStatus === 'Installed' ? true : undefined;
    },
  );
}
