import type { State } from '../world.ts';
import { bigTables } from './big-tables.ts';
import { circularLookups } from './circular-lookups.ts';
import { contoso } from './contoso.ts';
import { creationBlocked } from './creation-blocked.ts';
import { customisedSite } from './customised-site.ts';
import { enhancedSite } from './enhanced-site.ts';
import { gdapPartner } from './gdap-partner.ts';
import { halfConsent } from './half-consent.ts';
import { halfDone } from './half-done.ts';
import { hostDeleted } from './host-deleted.ts';
import { mismatchedLink } from './mismatched-link.ts';
import { neverApplied } from './never-applied.ts';
import { noConsent } from './no-consent.ts';
import { noDualWrite } from './no-dual-write.ts';
import { noPowerPages } from './no-power-pages.ts';
import { partyAndGab } from './party-and-gab.ts';
import { payAsYouGo } from './pay-as-you-go.ts';
import { quoteToCash } from './quote-to-cash.ts';
import { siteExists } from './site-exists.ts';
import { sixtyCompanies } from './sixty-companies.ts';
import { unlinked } from './unlinked.ts';
import { wrongRoles } from './wrong-roles.ts';

/** Each answers a world of its own, made anew; those with a past are told what time it is. */
export const scenarios = {
  'contoso-fresh': contoso,
  'half-consent': halfConsent,
  'half-done': halfDone,
  'no-consent': noConsent,
  'no-dual-write': noDualWrite,
  'site-exists': siteExists,
  'host-deleted': hostDeleted,
  'customised-site': customisedSite,
  'enhanced-site': enhancedSite,
  'wrong-roles': wrongRoles,
  'creation-blocked': creationBlocked,
  'gdap-partner': gdapPartner,
  'mismatched-link': mismatchedLink,
  'no-power-pages': noPowerPages,
  'pay-as-you-go': payAsYouGo,
  unlinked: unlinked,
  'never-applied': neverApplied,
  'party-and-gab': partyAndGab,
  'quote-to-cash': quoteToCash,
  'sixty-companies': sixtyCompanies,
  'big-tables': bigTables,
  'circular-lookups': circularLookups,
} satisfies Record<string, (now: Date) => State>;

export type ScenarioId = keyof typeof scenarios;

export const isScenario = (name: string): name is ScenarioId => Object.hasOwn(scenarios, name);
