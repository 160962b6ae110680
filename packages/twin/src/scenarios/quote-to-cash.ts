import type { State } from '../world.ts';
import { addMapRows } from './contoso/dual-write-rows.ts';
import { newerOrderMaps } from './contoso/maps.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/**
 * The newer maps of orders are listed beside those that they replace (add-efficiency-in-quote-to-cash-enable), with
 * the one that carries which features are on; in finance and operations theirs is.
 */
export function quoteToCash(): State {
  const state = contoso();
  const { organization } = production(state);
  for (const link of state.dualWrite.links) {
    const maps = newerOrderMaps();
    link.maps.push(...maps);
    addMapRows(organization, maps);
  }
  for (const { tables } of state.finance.environments)
    tables['SupplyChainFeatureStateEntity'] = {
      rows: [
        { FeatureName: 'Integrate Sales Quotation lifecycle with Dynamics 365 Sales', IsEnabled: 'Yes' },
      ],
      alike: [],
    };
  return { ...state, scenario: 'quote-to-cash' };
}
