import type { State } from '../world.ts';
import { tenants } from './contoso/ids.ts';
import { sku } from './contoso/skus.ts';
import { subscribed } from './contoso/subscribed.ts';
import { contoso } from './contoso.ts';

/** The Supply Chain Management subscription ended and is suspended. */
export function licenceEnded(): State {
  const state = contoso();
  const ended = subscribed({ id: tenants.contoso, name: 'Contoso' }, sku.supplyChain, {
    enabled: 0,
    suspended: 25,
    consumed: 14,
  });
  state.directory.skus[tenants.contoso] = (state.directory.skus[tenants.contoso] ?? []).map((bought) =>
    'skuId' in bought && bought.skuId === ended.skuId ? ended : bought,
  );
  return { ...state, scenario: 'licence-ended' };
}
