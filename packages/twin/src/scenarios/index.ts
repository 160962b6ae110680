import type { State } from '../world.ts';
import { contoso } from './contoso.ts';
import { halfDone } from './half-done.ts';
import { noDualWrite } from './no-dual-write.ts';
import { siteExists } from './site-exists.ts';
import { wrongRoles } from './wrong-roles.ts';

/** Each answers a world of its own, made anew; those with a past are told what time it is. */
export const scenarios = {
  'contoso-fresh': contoso,
  'half-done': halfDone,
  'no-dual-write': noDualWrite,
  'site-exists': siteExists,
  'wrong-roles': wrongRoles,
} satisfies Record<string, (now: Date) => State>;

export type ScenarioId = keyof typeof scenarios;

export const isScenario = (name: string): name is ScenarioId => Object.hasOwn(scenarios, name);
