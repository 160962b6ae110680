/**
 * Maps that Microsoft ships and the portal's five need, with what the documented field maps look up. `needs` is a
 * reference that every row has, `uses` one that some rows have; both name entity sets. Keys without a dot get the
 * company beside them where the table has one. `gab` is the address book solution, which Contoso hasn't installed: its
 * maps aren't listed, and nobody waits for them. Entity names of finance and operations are documented for the five
 * and made up for the rest, rows are made up throughout.
 */
const table = `
solution | way | set | logical | finance and operations | entity | keys | needs | uses | rows | version
core | > | cdm_companies | cdm_company | Legal entities | OMLegalEntity | cdm_companycode | | | global 3 | 1.0.0.1
core | = | transactioncurrencies | transactioncurrency | Currencies | CurrencyEntity | isocurrencycode | | | global 12 | 1.0.0.1
scm | > | uoms | uom | Units | UnitOfMeasureEntity | msdyn_symbol | | | global 40 | 1.0.0.2
scm | > | msdyn_productcolors | msdyn_productcolor | Colors | EcoResProductColorEntity | msdyn_productcolorname | | | global 20 | 1.0.0.0
scm | > | msdyn_productconfigurations | msdyn_productconfiguration | Configurations | EcoResProductConfigurationEntity | msdyn_productconfiguration | | | global 8 | 1.0.0.0
scm | > | msdyn_productsizes | msdyn_productsize | Sizes | EcoResProductSizeEntity | msdyn_productsize | | | global 15 | 1.0.0.0
scm | > | msdyn_productstyles | msdyn_productstyle | Styles | EcoResProductStyleEntity | msdyn_productstyle | | | global 6 | 1.0.0.0
scm | > | msdyn_productcategoryhierarchies | msdyn_productcategoryhierarchy | Product category hierarchies | EcoResProductCategoryHierarchyEntity | msdyn_name | | | global 3 | 1.0.0.0
scm | > | msdyn_globalproducts | msdyn_globalproduct | All products | EcoResAllProductEntity | msdyn_productnumber | | | global 320 | 1.0.0.1
fin | = | msdyn_paymentdays | msdyn_paymentday | Payment days CDS | PaymentDayCDSEntity | msdyn_name | cdm_companies | | 4 | 1.0.0.0
fin | = | msdyn_paymentschedules | msdyn_paymentschedule | Payment schedule | PaymentScheduleEntity | msdyn_name | cdm_companies | | 5 | 1.0.0.0
fin | = | msdyn_customerpaymentmethods | msdyn_customerpaymentmethod | Customer payment method | CustPaymentMethodEntity | msdyn_name | cdm_companies | | 6 | 1.0.0.0
fin | = | msdyn_vendorpaymentmethods | msdyn_vendorpaymentmethod | Vendor payment method | VendPaymentMethodEntity | msdyn_name | cdm_companies | | 6 | 1.0.0.0
fin | > | msdyn_taxgroups | msdyn_taxgroup | Sales tax groups | TaxGroupEntity | msdyn_name | cdm_companies | | 9 | 1.0.0.1
scm | = | msdyn_shipvias | msdyn_shipvia | Modes of delivery | DlvModeEntity | msdyn_name | cdm_companies | | 8 | 1.0.0.0
scm | = | msdyn_termsofdeliveries | msdyn_termsofdelivery | Terms of delivery | DlvTermEntity | msdyn_termscode | cdm_companies | | 11 | 1.0.0.0
scm | > | msdyn_salesorderorigins | msdyn_salesorderorigin | Sales order origin codes | SalesOriginEntity | msdyn_origincode | cdm_companies | | 5 | 1.0.0.0
scm | = | msdyn_pricecustomergroups | msdyn_pricecustomergroup | Price customer groups | PriceCustomerGroupEntity | msdyn_groupcode | cdm_companies | | 7 | 1.0.0.0
scm | > | msdyn_operationalsites | msdyn_operationalsite | Sites | InventOperationalSiteEntity | msdyn_siteid | cdm_companies | | 5 | 1.0.0.0
fin | = | msdyn_paymentterms | msdyn_paymentterm | Terms of payment | PaymentTermEntity | msdyn_name | cdm_companies | msdyn_paymentdays, msdyn_paymentschedules | 12 | 1.0.0.1
scm | > | msdyn_warehouses | msdyn_warehouse | Warehouses | InventWarehouseEntity | msdyn_warehouseidentifier | cdm_companies, msdyn_operationalsites | | 14 | 1.0.0.1
scm | > | msdyn_productcategories | msdyn_productcategory | Product categories | EcoResProductCategoryEntity | msdyn_name, msdyn_hierarchy.msdyn_name | msdyn_productcategoryhierarchies | | global 60 | 1.0.0.1
fin | = | msdyn_customergroups | msdyn_customergroup | Customer groups | CustCustomerGroupEntity | msdyn_groupid | cdm_companies | msdyn_paymentterms | 8 | 1.0.0.0
fin | = | msdyn_vendorgroups | msdyn_vendorgroup | Vendor groups | VendVendorGroupEntity | msdyn_vendorgroup | cdm_companies | msdyn_paymentterms | 6 | 1.0.0.0
fin | = | msdyn_vendors | msdyn_vendor | Vendors V2 | VendVendorV2Entity | msdyn_vendoraccountnumber | cdm_companies, msdyn_vendorgroups, transactioncurrencies, msdyn_parties | msdyn_paymentdays, msdyn_paymentschedules, msdyn_paymentterms, msdyn_vendorpaymentmethods, msdyn_taxgroups | 120 | 1.0.0.4
scm | > | products | product | CDS released distinct products | EcoResReleasedDistinctProductCDSEntity | msdyn_productnumber, msdyn_companyid.cdm_companycode | cdm_companies, transactioncurrencies, uoms | msdyn_productcolors, msdyn_productconfigurations, msdyn_productsizes, msdyn_productstyles | 600 | 1.0.0.4
scm | > | msdyn_sharedproductdetails | msdyn_sharedproductdetail | Released products V2 | EcoResReleasedProductV2Entity | msdyn_itemnumber | cdm_companies, msdyn_globalproducts, uoms | msdyn_vendors | 320 | 1.0.0.3
fin | = | contacts | contact | Customers V3 | CustCustomerV3Entity | msdyn_contactpersonid | cdm_companies, msdyn_customergroups, transactioncurrencies, msdyn_parties | | 150 | 1.0.0.5
fin | = | accounts | account | Customers V3 | CustCustomerV3Entity | accountnumber | cdm_companies, msdyn_customergroups, transactioncurrencies, msdyn_parties | msdyn_paymentterms, msdyn_paymentdays, msdyn_paymentschedules, msdyn_customerpaymentmethods, msdyn_vendors, contacts | 300 | 1.0.0.5
fin | = | contacts | contact | CDS Contacts V2 | SmmContactCDSV2Entity | msdyn_contactpersonid | cdm_companies | accounts | 90 | 1.0.0.3
scm | = | contacts | contact | CDS Contacts V2 | SmmContactCDSV2Entity | msdyn_contactpersonid | cdm_companies | msdyn_vendors | 40 | 1.0.0.3
gab | = | msdyn_parties | msdyn_party | CDS Parties | CDSPartyEntity | msdyn_partynumber | | | global 500 | 1.0.0.2
gab | = | msdyn_contactforparties | msdyn_contactforparty | Contacts V2 | SmmContactPersonCDSV2Entity | msdyn_contactforpartynumber, msdyn_associatedcompanyid.cdm_companycode | cdm_companies, msdyn_parties | accounts, contacts | 90 | 1.0.0.6
scm | = | salesorders | salesorder | CDS sales order headers | SalesOrderHeaderCDSEntity | msdyn_salesordernumber | cdm_companies, accounts, transactioncurrencies | contacts, msdyn_operationalsites, msdyn_warehouses, msdyn_paymentterms, msdyn_pricecustomergroups, msdyn_shipvias, msdyn_termsofdeliveries, msdyn_salesorderorigins | 400 | 1.0.0.5
scm | = | salesorderdetails | salesorderdetail | CDS sales order lines | SalesOrderLineCDSEntity | sequencenumber, salesorderid.msdyn_salesordernumber, salesorderid.msdyn_company.cdm_companycode | salesorders, products, uoms, transactioncurrencies | msdyn_productcategories, msdyn_operationalsites, msdyn_warehouses, msdyn_shipvias, msdyn_termsofdeliveries | 900 | 1.0.0.4
`;

/** What newer versions of finance and operations bring beside them: not listed at Contoso. Entity names are made up. */
const newerOrders = `
solution | way | set | logical | finance and operations | entity | keys | needs | uses | rows | version
scm | = | salesorders | salesorder | Dynamics 365 Sales order headers | SalesOrderHeaderD365Entity | msdyn_salesordernumber | cdm_companies, accounts, transactioncurrencies, msdyn_supplychainfeaturestates | contacts, msdyn_operationalsites, msdyn_warehouses, msdyn_paymentterms, msdyn_pricecustomergroups, msdyn_shipvias, msdyn_termsofdeliveries, msdyn_salesorderorigins | 400 | 1.0.0.1
scm | = | salesorderdetails | salesorderdetail | Dynamics 365 Sales order lines | SalesOrderLineD365Entity | sequencenumber, salesorderid.msdyn_salesordernumber, salesorderid.msdyn_company.cdm_companycode | salesorders, products, uoms, transactioncurrencies | msdyn_productcategories, msdyn_operationalsites, msdyn_warehouses, msdyn_shipvias, msdyn_termsofdeliveries | 900 | 1.0.0.1
scm | = | msdyn_supplychainfeaturestates | msdyn_supplychainfeaturestate | Dynamics 365 Sales feature management states | SupplyChainFeatureStateEntity | msdyn_name | | | global 1 | 1.0.0.0
`;

export interface Entry {
  readonly solution: string;
  readonly direction: 'both' | 'to-dataverse';
  readonly set: string;
  readonly logical: string;
  readonly finance: string;
  readonly entity: string;
  readonly keys: readonly string[];
  readonly needs: readonly string[];
  readonly uses: readonly string[];
  /** Rows in the largest company, or of all companies together. */
  readonly rows: number;
  readonly global: boolean;
  /** What tells the second of two maps of one name apart, among ourselves. */
  readonly variant: '' | ' (vendors)';
  readonly version: string;
}

const solutions: Readonly<Record<string, string>> = {
  core: 'msdyn_DualWriteAppCoreMaps',
  fin: 'msdyn_Dynamics365FinanceExtendedMaps',
  scm: 'msdyn_Dynamics365SupplyChainExtendedMaps',
  gab: 'Dynamics365GABDualWriteEntityMaps',
};

const list = (text: string): readonly string[] => text.split(', ').filter((part) => part !== '');

/** The newer maps of orders, and what they need beside the others. */
export const newerOrderEntries = (): readonly Entry[] => entriesOf(newerOrders);

export const mapCatalogue = (): readonly Entry[] => entriesOf(table);

const entriesOf = (text: string): readonly Entry[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Entry => {
      const [solution = '', way, set = '', logical = '', finance = '', entity = '', ...rest] = line
        .split('|')
        .map((cell) => cell.trim());
      const [keys = '', needs = '', uses = '', rows = '', version = ''] = rest;
      return {
        solution: solutions[solution] ?? '',
        direction: way === '=' ? 'both' : 'to-dataverse',
        set,
        logical,
        finance,
        entity,
        version,
        keys: list(keys),
        needs: list(needs),
        uses: list(uses),
        rows: Number(rows.replace('global ', '')),
        global: rows.startsWith('global'),
        variant: finance === 'CDS Contacts V2' && solution === 'scm' ? ' (vendors)' : '',
      };
    });
