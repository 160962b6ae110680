import { Problem } from '@portico/contract/problems';
import type { Targets } from './targets.ts';

/** Settings of the organization that decide over orders, by the names that Microsoft's page gives them. */
export interface SalesSettings {
  /** Create products in active state */
  readonly activeProducts: boolean;
  /** Use system pricing calculation */
  readonly systemPricing: boolean;
  /** Discount calculation method: per unit instead of by line item */
  readonly discountPerUnit: boolean;
  /** Auto numbering of orders: what each number begins with */
  readonly orderPrefix: string;
}

/** Columns of `organization` (its reference; System settings, Sales tab; Auto numbering). One read serves all. */
const columns = {
  active: 'createproductswithoutparentinactivestate',
  pricing: 'oobpricecalculationenabled',
  discount: 'discountcalculationmethod',
  prefix: 'orderprefix',
};

/** Reads them; one that Dataverse leaves out is not a no. */
export async function salesSettings(rows: Targets['rows']): Promise<SalesSettings> {
  const [found] = await rows({ set: 'organizations', $select: Object.values(columns).join(',') });
  const [active, pricing] = [found?.[columns.active], found?.[columns.pricing]];
  const [discount, prefix] = [found?.[columns.discount], found?.[columns.prefix] ?? ''];
  if (typeof active !== 'boolean' || typeof pricing !== 'boolean' || typeof prefix !== 'string')
    throw new Problem('upstream-shape', { detail: 'an organization without its sales settings' });
  // 0 line item, 1 per unit.
  if (discount !== 0 && discount !== 1)
    throw new Problem('upstream-shape', { detail: 'a discount calculation method nobody has heard of' });
  return {
    activeProducts: active,
    systemPricing: pricing,
    discountPerUnit: discount === 1,
    orderPrefix: prefix,
  };
}
