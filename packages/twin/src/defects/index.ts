import type { State } from '../world.ts';
import {
  applicationUserDisabled,
  applicationUserMissing,
  applicationUserPowerless,
} from './application-users.ts';
import { attachmentsBlocked, mimeTypesLimited } from './attachments.ts';
import {
  companiesDoubled,
  companiesMany,
  companyNameless,
  companyOwnerless,
  globalTeamPowerless,
  teamPowerless,
} from './companies.ts';
import { copiedEnvironment } from './copied-environment.ts';
import type { Defect } from './defect.ts';
import { orderNumbersAlike, salesUnitMissing, warehouseMissing } from './finance-operations.ts';
import { integrationKeyChanged } from './integration-key.ts';
import { installationFailed, installationRuns } from './installations.ts';
import {
  customerTypeMissing,
  discountsPerUnit,
  draftProducts,
  draftsWaiting,
  priceListMissing,
  productUnmatched,
  unitSymbolMissing,
  unitSymbolTwice,
} from './orders.ts';
import { pluginsDisabled, pluginsMissing } from './plugins.ts';
import { powerPagesOld, prospectToCash, solutionBehind, solutionMissing, solutionsOld } from './solutions.ts';
import {
  siteEnhanced,
  siteHomeMissing,
  siteLanguageOther,
  sitePackageFailed,
  siteRegistrationOpen,
  siteSignInOff,
  siteStopped,
} from './site.ts';
import administrationMode from './administration-mode.ts';
import beingSetUp from './being-set-up.ts';
import defaultEnvironment from './default-environment.ts';
import financeRoleMissing from './finance-role-missing.ts';
import firstSite from './first-site.ts';
import licenceEnded from './licence-ended.ts';
import otherTenant from './other-tenant.ts';
import storageFull from './storage-full.ts';

/** Everything that can be wrong on its own; the pre-flight must find each one, and all of them together. */
export const defects = {
  'application-user-disabled': applicationUserDisabled,
  'application-user-missing': applicationUserMissing,
  'application-user-powerless': applicationUserPowerless,
  'attachments-blocked': attachmentsBlocked,
  'companies-doubled': companiesDoubled,
  'companies-many': companiesMany,
  'company-nameless': companyNameless,
  'company-ownerless': companyOwnerless,
  'copied-environment': copiedEnvironment,
  'customer-type-missing': customerTypeMissing,
  'discounts-per-unit': discountsPerUnit,
  'draft-products': draftProducts,
  'drafts-waiting': draftsWaiting,
  'global-team-powerless': globalTeamPowerless,
  'installation-failed': installationFailed,
  'installation-runs': installationRuns,
  'integration-key-changed': integrationKeyChanged,
  'mime-types-limited': mimeTypesLimited,
  'order-numbers-alike': orderNumbersAlike,
  'plugins-disabled': pluginsDisabled,
  'plugins-missing': pluginsMissing,
  'power-pages-old': powerPagesOld,
  'price-list-missing': priceListMissing,
  'product-unmatched': productUnmatched,
  'prospect-to-cash': prospectToCash,
  'sales-unit-missing': salesUnitMissing,
  'site-enhanced': siteEnhanced,
  'site-home-missing': siteHomeMissing,
  'site-language-other': siteLanguageOther,
  'site-package-failed': sitePackageFailed,
  'site-registration-open': siteRegistrationOpen,
  'site-sign-in-off': siteSignInOff,
  'site-stopped': siteStopped,
  'solution-behind': solutionBehind,
  'solution-missing': solutionMissing,
  'solutions-old': solutionsOld,
  'team-powerless': teamPowerless,
  'administration-mode': administrationMode,
  'being-set-up': beingSetUp,
  'default-environment': defaultEnvironment,
  'finance-role-missing': financeRoleMissing,
  'first-site': firstSite,
  'licence-ended': licenceEnded,
  'other-tenant': otherTenant,
  'storage-full': storageFull,
  'unit-symbol-missing': unitSymbolMissing,
  'unit-symbol-twice': unitSymbolTwice,
  'warehouse-missing': warehouseMissing,
} satisfies Record<string, Defect>;

export type DefectId = keyof typeof defects;

/** Those that only a Customer Portal can have. */
export const aboutSites = (id: DefectId): boolean => (defects[id] as Defect).about === 'site';

export const isDefect = (name: string): name is DefectId => Object.hasOwn(defects, name);

/** Lays a defect over a world, or takes it away; twice is as good as once. */
export function setDefect(state: State, id: DefectId, broken: boolean): void {
  if (state.defects.includes(id) === broken) return;
  defects[id].set(state, broken);
  state.defects = broken ? [...state.defects, id] : state.defects.filter((other) => other !== id);
}
