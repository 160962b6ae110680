/**
 * By which columns rows of a Dataverse table are matched with those of finance and operations, as Microsoft ships the
 * maps (Dual-write-automations, its settings; `party-gab`, `dual-write-integration-keys`). A table that isn't here is
 * nobody's concern.
 */
export const documentedKeys: Readonly<Record<string, readonly string[]>> = {
  accounts: ['accountnumber', 'msdyn_company.cdm_companycode'],
  contacts: ['msdyn_contactpersonid', 'msdyn_company.cdm_companycode'],
  products: ['msdyn_productnumber', 'msdyn_companyid.cdm_companycode'],
  salesorders: ['msdyn_salesordernumber', 'msdyn_company.cdm_companycode'],
  salesorderdetails: [
    'sequencenumber',
    'salesorderid.msdyn_salesordernumber',
    'salesorderid.msdyn_company.cdm_companycode',
  ],
  cdm_companies: ['cdm_companycode'],
  transactioncurrencies: ['isocurrencycode'],
  uoms: ['msdyn_symbol'],
  msdyn_customergroups: ['msdyn_groupid', 'msdyn_company.cdm_companycode'],
};

/** The same columns, in whatever order and letters. */
export const sameKey = (one: readonly string[], other: readonly string[]): boolean => {
  const set = (key: readonly string[]) =>
    [...new Set(key.map((column) => column.toLowerCase()))].toSorted().join();
  return set(one) === set(other);
};
