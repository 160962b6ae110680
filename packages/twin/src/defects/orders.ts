import { guid } from '../world.ts';
import type { Row } from '../world/dataverse.ts';
import { type Defect, rowsOf, setRow, swap } from './defect.ts';

/** One value of one row that isn't what orders need. */
const wrongValue = (
  story: string,
  [set, where, column]: readonly [set: string, where: Row, column: string],
  values: { readonly right: unknown; readonly wrong: unknown },
): Defect => ({
  story,
  set: (state, broken) => swap(rowsOf(state, set, where), column, values, broken),
});

export const draftProducts = wrongValue(
  'Products are created as drafts: “Create products in active state” is “No”.',
  ['organizations', {}, 'createproductswithoutparentinactivestate'],
  { right: true, wrong: false },
);

export const draftsWaiting = wrongValue(
  'A product is a draft that nobody published.',
  ['products', { name: 'Starter set' }, 'statecode'],
  { right: 0, wrong: 2 },
);

export const discountsPerUnit = wrongValue(
  'Discounts are calculated per unit, though Dataverse calculates the prices.',
  ['organizations', {}, 'discountcalculationmethod'],
  { right: 0, wrong: 1 },
);

export const unitSymbolTwice = wrongValue(
  'Two units have the same symbol.',
  ['uoms', { name: 'Box' }, 'msdyn_symbol'],
  { right: 'box', wrong: 'EA' },
);

export const unitSymbolMissing = wrongValue(
  'A unit has no symbol.',
  ['uoms', { name: 'Primary Unit' }, 'msdyn_symbol'],
  { right: 'primary', wrong: null },
);

export const priceListMissing = wrongValue(
  'The price list in euros was deactivated, and there are customers who pay in euros.',
  ['pricelevels', { name: 'Contoso EUR' }, 'statecode'],
  { right: 0, wrong: 1 },
);

export const customerTypeMissing = wrongValue(
  'An account with a customer number isn’t of the relationship type “Customer”.',
  ['accounts', { name: 'Litware' }, 'customertypecode'],
  { right: 3, wrong: null },
);

export const productUnmatched: Defect = {
  story: 'A product of before dual-write has neither company nor product number.',
  set: (state, broken) => {
    const row = {
      productid: guid(30_010),
      name: 'Classic chair',
      statecode: 0,
      statuscode: 1,
      productstructure: 1,
      msdyn_productnumber: null,
      _msdyn_companyid_value: null,
      versionnumber: 990,
    };
    setRow(state, 'products', 'productid', row, broken);
  },
};
