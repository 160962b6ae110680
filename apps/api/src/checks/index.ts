import type { CheckId } from '@portico/contract/plan';
import type { AnyCheck } from './define-check.ts';
import dataverseReady from './dataverse-ready.ts';
import dualWriteLinked from './dual-write-linked.ts';
import dualWritePackages from './dual-write-packages.ts';
import dualWriteSolutions from './dual-write-solutions.ts';
import fnoLinked from './fno-linked.ts';
import mapPrerequisites from './map-prerequisites.ts';
import mapsResolved from './maps-resolved.ts';
import mapsRunning from './maps-running.ts';
import organizationMatches from './organization-matches.ts';
import powerPagesCapacity from './power-pages-capacity.ts';
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
  'dual-write-packages': dualWritePackages,
  'dual-write-linked': dualWriteLinked,
  'maps-resolved': mapsResolved,
  'map-prerequisites': mapPrerequisites,
  'maps-running': mapsRunning,
  'site-address': siteAddress,
  'site-provisioned': siteProvisioned,
  'site-answers': siteAnswers,
} satisfies Record<CheckId, AnyCheck>;
