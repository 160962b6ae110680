import type { State } from '../world.ts';
import { environments } from './contoso/ids.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** The environment that is linked is the tenant’s default one, where everybody is a maker. */
export function defaultEnvironment(): State {
  const state = contoso();
  const { environment } = production(state);
  const others = state.platform.environments.filter(({ id }) => id !== environments.default);
  const all = others.map((each) => (each === environment ? { ...each, sku: 'Default' as const } : each));
  return { ...state, scenario: 'default-environment', platform: { ...state.platform, environments: all } };
}
