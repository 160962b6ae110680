import { siteLanguages } from '@portico/contract/answers';
import type { Choice } from '@portico/contract/routes';
import type { Targets } from '../targets/targets.ts';
import { templateEnvironments, templateSites } from './templates.ts';
import { accountChoices, contactChoices, invitationLink, roleChoices } from './invitees.ts';

/** What a site can speak of what the environment speaks, its own language first. */
async function languageChoices(targets: Targets): Promise<Choice[]> {
  const [client, { properties }] = await Promise.all([targets.dataverse(), targets.environment()]);
  const { RetrieveProvisionedLanguages: spoken } = await client.listLanguages({});
  const base = properties.linkedEnvironmentMetadata?.baseLanguage;
  return spoken
    .filter((lcid) => siteLanguages.includes(lcid))
    .map((lcid): Choice => ({ value: String(lcid), label: String(lcid), fitness: lcid === base ? 2 : 1 }))
    .sort((a, b) => b.fitness - a.fitness);
}

/** Pick lists of a run, by kind; the second argument is what was searched for. */
export const choicesOf = {
  languages: languageChoices,
  contacts: contactChoices,
  accounts: accountChoices,
  'web-roles': roleChoices,
  invitation: invitationLink,
  'template-environments': templateEnvironments,
  'template-sites': templateSites,
};
