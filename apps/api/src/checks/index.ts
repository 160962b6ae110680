import type { CheckId } from '@portico/contract/plan';
import type { AnyCheck } from './define-check.ts';
import applicationUsers from './application-users.ts';
import attachmentsAllowed from './attachments-allowed.ts';
import companies from './companies.ts';
import companyTeams from './company-teams.ts';
import dataverseReady from './dataverse-ready.ts';
import dualWriteLinked from './dual-write-linked.ts';
import dualWritePackages from './dual-write-packages.ts';
import dualWriteSolutions from './dual-write-solutions.ts';
import dualWriteVersions from './dual-write-versions.ts';
import fnoLinked from './fno-linked.ts';
import mapPrerequisites from './map-prerequisites.ts';
import mapsResolved from './maps-resolved.ts';
import mapsRunning from './maps-running.ts';
import organizationMatches from './organization-matches.ts';
import pluginsEnabled from './plugins-enabled.ts';
import powerPagesCapacity from './power-pages-capacity.ts';
import powerPagesCore from './power-pages-core.ts';
import runtimeConfiguration from './runtime-configuration.ts';
import siteAbsent from './site-absent.ts';
import siteAddress from './site-address.ts';
import siteAnswers from './site-answers.ts';
import siteCreationAllowed from './site-creation-allowed.ts';
import siteProvisioned from './site-provisioned.ts';
import supplyChainLicence from './supply-chain-licence.ts';
import systemAdministrator from './system-administrator.ts';

/** Every check of the plan; one missing or too many doesn't compile. */
export const checks = {
  'dataverse-ready': dataverseReady,
  'fno-linked': fnoLinked,
  'organization-matches': organizationMatches,
  'site-absent': siteAbsent,
  'system-administrator': systemAdministrator,
  'site-creation-allowed': siteCreationAllowed,
  'supply-chain-licence': supplyChainLicence,
  'power-pages-capacity': powerPagesCapacity,
  'dual-write-solutions': dualWriteSolutions,
  'dual-write-versions': dualWriteVersions,
  'plugins-enabled': pluginsEnabled,
  'application-users': applicationUsers,
  'dual-write-linked': dualWriteLinked,
  companies,
  'company-teams': companyTeams,
  'runtime-configuration': runtimeConfiguration,
  'attachments-allowed': attachmentsAllowed,
  'dual-write-packages': dualWritePackages,
  'power-pages-core': powerPagesCore,
  'maps-resolved': mapsResolved,
  'map-prerequisites': mapPrerequisites,
  'maps-running': mapsRunning,
  'site-address': siteAddress,
  'site-provisioned': siteProvisioned,
  'site-answers': siteAnswers,
} satisfies Record<CheckId, AnyCheck>;
