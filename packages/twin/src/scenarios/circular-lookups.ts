import type { State } from '../world.ts';
import { contoso } from './contoso.ts';

/** Who is invoiced for whom: each is found a pass later than the one that pays. */
const payers: Readonly<Record<string, string>> = {
  'US-010': 'US-009',
  'US-011': 'US-009',
  'US-012': 'US-009',
  'US-013': 'US-010',
  'US-014': 'US-011',
  'US-015': 'US-013',
};

/** Customers name each other as invoice accounts: an initial sync ends with fewer errors each time. */
export function circularLookups(): State {
  const state = contoso();
  for (const { tables } of state.finance.environments)
    for (const row of tables['CustCustomerV3Entity']?.rows ?? []) {
      const payer = payers[String(row['CustomerAccount'])];
      if (payer) row['InvoiceAccount'] = payer;
    }
  return { ...state, scenario: 'circular-lookups' };
}
