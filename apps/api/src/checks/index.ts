import baselineKept from './baseline-kept.ts';
import siteWritable from './site-writable.ts';
import templateSuitable from './template-suitable.ts';
import updateApplied from './update-applied.ts';
import updateDecided from './update-decided.ts';
import type { CheckId } from '@portico/contract/plan';
import type { AnyCheck } from './define-check.ts';
import accountsAreCustomers from './accounts-are-customers.ts';
import applicationUsers from './application-users.ts';
import attachmentsAllowed from './attachments-allowed.ts';
import companies from './companies.ts';
import companyTeams from './company-teams.ts';
import administrationMode from './administration-mode.ts';
import dataverseReady from './dataverse-ready.ts';
import dataverseStorage from './dataverse-storage.ts';
import dualWriteLinked from './dual-write-linked.ts';
import dualWritePackages from './dual-write-packages.ts';
import dualWriteSolutions from './dual-write-solutions.ts';
import dualWriteVersions from './dual-write-versions.ts';
import environmentKind from './environment-kind.ts';
import environmentUser from './environment-user.ts';
import environmentsVisible from './environments-visible.ts';
import financeOperationsAdministrator from './finance-operations-administrator.ts';
import firstSite from './first-site.ts';
import fnoLinked from './fno-linked.ts';
import formerSite from './former-site.ts';
import homeTenant from './home-tenant.ts';
import integrationKeys from './integration-keys.ts';
import mapPrerequisites from './map-prerequisites.ts';
import mapSolutionsApplied from './map-solutions-applied.ts';
import mapsResolved from './maps-resolved.ts';
import mapsRunning from './maps-running.ts';
import orderArrived from './order-arrived.ts';
import orderPermissions from './order-permissions.ts';
import orderPrices from './order-prices.ts';
import orderWizard from './order-wizard.ts';
import numberSequencesDistinct from './number-sequences-distinct.ts';
import orderSettingsSet from './order-settings-set.ts';
import organizationMatches from './organization-matches.ts';
import pluginsEnabled from './plugins-enabled.ts';
import powerPagesCapacity from './power-pages-capacity.ts';
import powerPagesCore from './power-pages-core.ts';
import priceListsPresent from './price-lists-present.ts';
import pricingSettings from './pricing-settings.ts';
import productsActive from './products-active.ts';
import productsMatched from './products-matched.ts';
import runtimeConfiguration from './runtime-configuration.ts';
import prospectToCashAbsent from './prospect-to-cash-absent.ts';
import readWriteAccess from './read-write-access.ts';
import salesUnitsSet from './sales-units-set.ts';
import sameRegion from './same-region.ts';
import sameTenant from './same-tenant.ts';
import serviceAdministrator from './service-administrator.ts';
import conversionKind from './conversion-kind.ts';
import conversionRights from './conversion-rights.ts';
import trialClock from './trial-clock.ts';
import sitePublic from './site-public.ts';
import publishingAllowed from './publishing-allowed.ts';
import customDomain from './custom-domain.ts';
import siteIsProduction from './site-is-production.ts';
import siteAbsent from './site-absent.ts';
import siteAddress from './site-address.ts';
import siteAnswers from './site-answers.ts';
import siteCreationAllowed from './site-creation-allowed.ts';
import siteStandardModel from './site-standard-model.ts';
import siteHome from './site-home.ts';
import siteLanguage from './site-language.ts';
import sitePackage from './site-package.ts';
import siteProvisioned from './site-provisioned.ts';
import siteRegistration from './site-registration.ts';
import siteSignIn from './site-sign-in.ts';
import supplyChainLicence from './supply-chain-licence.ts';
import syncFeasible from './sync-feasible.ts';
import systemAdministrator from './system-administrator.ts';
import unitSymbols from './unit-symbols.ts';
import contactsReady from './contacts-ready.ts';
import contactsSynced from './contacts-synced.ts';
import contactsUsable from './contacts-usable.ts';
import usersChosen from './users-chosen.ts';
import usersInvited from './users-invited.ts';
import webRolesAssigned from './web-roles-assigned.ts';

/** Every check of the plan; one missing or too many doesn't compile. */
export const checks = {
  'dataverse-ready': dataverseReady,
  'administration-mode': administrationMode,
  'environment-kind': environmentKind,
  'environment-user': environmentUser,
  'environments-visible': environmentsVisible,
  'fno-linked': fnoLinked,
  'same-tenant': sameTenant,
  'same-region': sameRegion,
  'organization-matches': organizationMatches,
  'prospect-to-cash-absent': prospectToCashAbsent,
  'site-absent': siteAbsent,
  'first-site': firstSite,
  'former-site': formerSite,
  'system-administrator': systemAdministrator,
  'read-write-access': readWriteAccess,
  'site-creation-allowed': siteCreationAllowed,
  'finance-operations-administrator': financeOperationsAdministrator,
  'service-administrator': serviceAdministrator,
  'home-tenant': homeTenant,
  'supply-chain-licence': supplyChainLicence,
  'power-pages-capacity': powerPagesCapacity,
  'dataverse-storage': dataverseStorage,
  'dual-write-solutions': dualWriteSolutions,
  'dual-write-versions': dualWriteVersions,
  'plugins-enabled': pluginsEnabled,
  'application-users': applicationUsers,
  'dual-write-linked': dualWriteLinked,
  'map-solutions-applied': mapSolutionsApplied,
  companies,
  'company-teams': companyTeams,
  'runtime-configuration': runtimeConfiguration,
  'attachments-allowed': attachmentsAllowed,
  'dual-write-packages': dualWritePackages,
  'power-pages-core': powerPagesCore,
  'maps-resolved': mapsResolved,
  'map-prerequisites': mapPrerequisites,
  'integration-keys': integrationKeys,
  'sync-feasible': syncFeasible,
  'maps-running': mapsRunning,
  'unit-symbols': unitSymbols,
  'sales-units-set': salesUnitsSet,
  'products-matched': productsMatched,
  'products-active': productsActive,
  'pricing-settings': pricingSettings,
  'order-settings-set': orderSettingsSet,
  'number-sequences-distinct': numberSequencesDistinct,
  'price-lists-present': priceListsPresent,
  'accounts-are-customers': accountsAreCustomers,
  'site-address': siteAddress,
  'site-provisioned': siteProvisioned,
  'site-package': sitePackage,
  'site-standard-model': siteStandardModel,
  'site-language': siteLanguage,
  'site-answers': siteAnswers,
  'site-home': siteHome,
  'site-sign-in': siteSignIn,
  'site-registration': siteRegistration,
  'users-chosen': usersChosen,
  'contacts-usable': contactsUsable,
  'contacts-synced': contactsSynced,
  'contacts-ready': contactsReady,
  'web-roles-assigned': webRolesAssigned,
  'users-invited': usersInvited,
  'order-permissions': orderPermissions,
  'order-prices': orderPrices,
  'order-wizard': orderWizard,
  'order-arrived': orderArrived,
  'conversion-kind': conversionKind,
  'conversion-rights': conversionRights,
  'trial-clock': trialClock,
  'site-public': sitePublic,
  'publishing-allowed': publishingAllowed,
  'custom-domain': customDomain,
  'site-is-production': siteIsProduction,
  'baseline-kept': baselineKept,
  'template-suitable': templateSuitable,
  'site-writable': siteWritable,
  'update-decided': updateDecided,
  'update-applied': updateApplied,
} satisfies Record<CheckId, AnyCheck>;
