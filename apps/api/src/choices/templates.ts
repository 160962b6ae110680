import { environmentId } from '@portico/contract/answers';
import type { Choice } from '@portico/contract/routes';
import { msg } from '@portico/plan/text';
import { findSite, hasFailed, isCustomerPortal } from '../targets/portal-site.ts';
import type { Targets } from '../targets/targets.ts';

export const reasons = {
  own: msg({
    id: 'choices.template.own',
    defaultMessage: 'The site itself stands here, and an environment holds one Customer Portal.',
  }),
  language: msg({
    id: 'choices.template.language',
    defaultMessage:
      'It was made in another language than the site: names are translated, so they can’t be compared.',
  }),
  model: msg({
    id: 'choices.template.model',
    defaultMessage:
      'It is on another data model than the site: what one of them can’t say would be taken for deleted.',
  }),
  other: msg({
    id: 'choices.template.other',
    defaultMessage: 'It wasn’t made from the Customer Portal template.',
  }),
};

/** Where a reference site may stand: another environment of the tenant that has Dataverse. */
export async function templateEnvironments(targets: Targets): Promise<Choice[]> {
  const own = targets.answers.environment?.environment;
  const found = await targets.environments();
  return found
    .filter(({ properties }) => properties.linkedEnvironmentMetadata?.instanceUrl)
    .map(({ name, properties }): Choice => {
      const shown = {
        value: name,
        label: properties.displayName ?? name,
        hint: properties.linkedEnvironmentMetadata?.instanceUrl ?? '',
      };
      if (name === own) return { ...shown, fitness: 0, reason: { id: reasons.own.id } };
      return { ...shown, fitness: properties.environmentSku === 'Sandbox' ? 2 : 1 };
    })
    .sort((one, other) => other.fitness - one.fitness || one.label.localeCompare(other.label));
}

/** The sites of an environment, by the record that holds their configuration. */
export async function templateSites(targets: Targets, search: string): Promise<Choice[]> {
  const environment = environmentId.safeParse(search).data;
  if (environment === undefined) return [];
  const language = targets.answers['portal-site']?.language;
  const [sites, own] = await Promise.all([targets.sites(environment), findSite(targets)]);
  const model = own?.dataModel?.toLowerCase();
  return sites.flatMap((site): Choice[] => {
    const { websiteRecordId: value, name, websiteUrl, selectedBaseLanguage } = site;
    if (!value || hasFailed(site)) return [];
    const shown = { value, label: name ?? value, hint: websiteUrl ?? '' };
    if (isCustomerPortal(site) === 'no') return [{ ...shown, fitness: 0, reason: { id: reasons.other.id } }];
    const theirs = site.dataModel?.toLowerCase();
    if (model && theirs && model !== theirs)
      return [{ ...shown, fitness: 0, reason: { id: reasons.model.id } }];
    const differs =
      language !== undefined && selectedBaseLanguage !== undefined && selectedBaseLanguage !== language;
    return [
      differs ? { ...shown, fitness: 0, reason: { id: reasons.language.id } } : { ...shown, fitness: 1 },
    ];
  });
}
