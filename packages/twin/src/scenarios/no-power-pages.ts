import type { State } from '../world.ts';
import { environments, tenants } from './contoso/ids.ts';
import { sku } from './contoso/skus.ts';
import { contoso } from './contoso.ts';

/** Nobody bought Power Pages: there is only the trial that every maker gets. */
export function noPowerPages(): State {
  const state = contoso();
  const { platform, directory } = state;
  platform.capacity[tenants.contoso] = [];
  platform.allocations[environments.production] = [];
  directory.skus[tenants.contoso] = (directory.skus[tenants.contoso] ?? []).filter(
    (bought) => !('skuId' in bought && bought.skuId === sku.authenticatedUsers.id),
  );
  return { ...state, scenario: 'no-power-pages' };
}
