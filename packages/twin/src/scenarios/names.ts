import type { ScenarioId } from './index.ts';

const names: Readonly<Record<ScenarioId, string>> = {
  'contoso-fresh': 'Everything is ready, nothing is set up',
  'half-consent': 'Nobody has accepted yet that licences are read',
  'half-done': 'Half of the table maps run, the orders have failed',
  'no-consent': 'No administrator has consented yet',
  'no-dual-write': 'The dual-write solutions are missing',
  'site-exists': 'Somebody made the portal twelve days ago',
  'host-deleted': 'The portal’s host was deleted yesterday',
  'customised-site': 'A customised site, and a new template for it',
  'enhanced-site': 'A customised site in the enhanced data model',
  'wrong-roles': 'The consultant’s roles come from a group',
  'creation-blocked': 'Only administrators may create sites',
  'gdap-partner': 'A partner’s consultant without an account of their own',
  'mismatched-link': 'The two sides name different environments',
  'no-power-pages': 'No Power Pages licence but a trial',
  'pay-as-you-go': 'Power Pages is paid as it is used',
  unlinked: 'The environments aren’t linked',
  'never-applied': 'Dual-write’s list of maps is blank',
  'party-and-gab': 'Party and global address book are in use',
  'quote-to-cash': 'Newer order maps stand beside the older ones',
  'sixty-companies': 'Sixty companies',
  'big-tables': 'Tables at the limits of an initial sync',
  'circular-lookups': 'Customers name each other as invoice accounts',
};

/** What a person reads of each scenario, by its id. */
export const scenarioNames: ReadonlyMap<string, string> = new Map(Object.entries(names));

export const scenarioName = (id: string): string => scenarioNames.get(id) ?? id;
