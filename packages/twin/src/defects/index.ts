import type { State } from '../world.ts';
import type { Defect } from './defect.ts';
import administrationMode from './administration-mode.ts';
import beingSetUp from './being-set-up.ts';
import defaultEnvironment from './default-environment.ts';
import financeRoleMissing from './finance-role-missing.ts';
import firstSite from './first-site.ts';
import licenceEnded from './licence-ended.ts';
import otherTenant from './other-tenant.ts';
import storageFull from './storage-full.ts';
import installationFailed from './installation-failed.ts';
import prospectToCash from './prospect-to-cash.ts';
import solutionMissing from './solution-missing.ts';

/** Everything that can be wrong on its own; the pre-flight must find each one, and all of them together. */
export const defects = {
  'installation-failed': installationFailed,
  'prospect-to-cash': prospectToCash,
  'solution-missing': solutionMissing,
  'administration-mode': administrationMode,
  'being-set-up': beingSetUp,
  'default-environment': defaultEnvironment,
  'finance-role-missing': financeRoleMissing,
  'first-site': firstSite,
  'licence-ended': licenceEnded,
  'other-tenant': otherTenant,
  'storage-full': storageFull,
} satisfies Record<string, Defect>;

export type DefectId = keyof typeof defects;

export const isDefect = (name: string): name is DefectId => Object.hasOwn(defects, name);

/** Lays a defect over a world, or takes it away; twice is as good as once. */
export function setDefect(state: State, id: DefectId, broken: boolean): void {
  if (state.defects.includes(id) === broken) return;
  defects[id].set(state, broken);
  state.defects = broken ? [...state.defects, id] : state.defects.filter((other) => other !== id);
}
