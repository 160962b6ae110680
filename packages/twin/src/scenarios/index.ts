import type { State } from '../world.ts';
import { adminMode } from './admin-mode.ts';
import { beingSetUp } from './being-set-up.ts';
import { contoso } from './contoso.ts';
import { creationBlocked } from './creation-blocked.ts';
import { defaultEnvironment } from './default-environment.ts';
import { firstSite } from './first-site.ts';
import { gdapPartner } from './gdap-partner.ts';
import { halfDone } from './half-done.ts';
import { licenceEnded } from './licence-ended.ts';
import { mismatchedLink } from './mismatched-link.ts';
import { noDualWrite } from './no-dual-write.ts';
import { noPowerPages } from './no-power-pages.ts';
import { otherTenant } from './other-tenant.ts';
import { payAsYouGo } from './pay-as-you-go.ts';
import { siteExists } from './site-exists.ts';
import { storageFull } from './storage-full.ts';
import { unlinked } from './unlinked.ts';
import { wrongFinanceRole } from './wrong-finance-role.ts';
import { wrongRoles } from './wrong-roles.ts';

/** Each answers a world of its own, made anew; those with a past are told what time it is. */
export const scenarios = {
  'contoso-fresh': contoso,
  'half-done': halfDone,
  'no-dual-write': noDualWrite,
  'site-exists': siteExists,
  'wrong-roles': wrongRoles,
  'admin-mode': adminMode,
  'being-set-up': beingSetUp,
  'creation-blocked': creationBlocked,
  'default-environment': defaultEnvironment,
  'first-site': firstSite,
  'gdap-partner': gdapPartner,
  'licence-ended': licenceEnded,
  'mismatched-link': mismatchedLink,
  'no-power-pages': noPowerPages,
  'other-tenant': otherTenant,
  'pay-as-you-go': payAsYouGo,
  'storage-full': storageFull,
  unlinked: unlinked,
  'wrong-finance-role': wrongFinanceRole,
} satisfies Record<string, (now: Date) => State>;

export type ScenarioId = keyof typeof scenarios;

export const isScenario = (name: string): name is ScenarioId => Object.hasOwn(scenarios, name);
