import type { Row } from '../world/rows.ts';

/**
 * Which columns of finance and operations are which in Dataverse: those that tell rows apart, refer to others, or are
 * looked at. For the five and their nearest the names are documented (data-entities/dual-write/includes), for the rest
 * some are made up, and so is where an e-mail address comes from. Lookups read `Column>lookup.key@set`, with `!` where
 * every row must have one; two sets after each other are tried in turn. What stands under "to Dataverse" and "to finance"
 * is written there beside the columns.
 */
const table = `
map | columns | lookups | finance filter | dataverse filter | to dataverse | to finance
cdm_companies - Legal entities | LegalEntityId=cdm_companycode, Name=cdm_name
transactioncurrencies - Currencies | CurrencyCode=isocurrencycode, Name=currencyname
uoms - Units | UnitSymbol=msdyn_symbol, UnitName=name
msdyn_productcolors - Colors | ColorId=msdyn_productcolorname
msdyn_productconfigurations - Configurations | ConfigurationId=msdyn_productconfiguration
msdyn_productsizes - Sizes | SizeId=msdyn_productsize
msdyn_productstyles - Styles | StyleId=msdyn_productstyle
msdyn_productcategoryhierarchies - Product category hierarchies | HierarchyName=msdyn_name
msdyn_globalproducts - All products | ProductNumber=msdyn_productnumber
msdyn_paymentdays - Payment days CDS | Name=msdyn_name
msdyn_paymentschedules - Payment schedule | Name=msdyn_name
msdyn_customerpaymentmethods - Customer payment method | Name=msdyn_name
msdyn_vendorpaymentmethods - Vendor payment method | Name=msdyn_name
msdyn_taxgroups - Sales tax groups | TaxGroupCode=msdyn_name
msdyn_shipvias - Modes of delivery | ModeCode=msdyn_name
msdyn_termsofdeliveries - Terms of delivery | TermsCode=msdyn_termscode
msdyn_salesorderorigins - Sales order origin codes | OriginCode=msdyn_origincode
msdyn_pricecustomergroups - Price customer groups | GroupCode=msdyn_groupcode
msdyn_operationalsites - Sites | SiteId=msdyn_siteid
msdyn_paymentterms - Terms of payment | Name=msdyn_name | PaymentDayName>msdyn_paymentday.msdyn_name@msdyn_paymentdays, PaymentScheduleName>msdyn_paymentschedule.msdyn_name@msdyn_paymentschedules
msdyn_warehouses - Warehouses | WarehouseId=msdyn_warehouseidentifier | OperationalSiteId>msdyn_operationalsite.msdyn_siteid@msdyn_operationalsites!, TransitWarehouseId>msdyn_transitwarehouse.msdyn_warehouseidentifier@msdyn_warehouses
msdyn_productcategories - Product categories | CategoryName=msdyn_name | ProductCategoryHierarchyName>msdyn_hierarchy.msdyn_name@msdyn_productcategoryhierarchies!, ParentProductCategoryName>msdyn_parentproductcategory.msdyn_name@msdyn_productcategories
msdyn_customergroups - Customer groups | CustomerGroupId=msdyn_groupid | PaymentTermId>msdyn_paymenttermid.msdyn_name@msdyn_paymentterms
msdyn_vendorgroups - Vendor groups | VendorGroupId=msdyn_vendorgroup | DefaultPaymentTermName>msdyn_paymentterms.msdyn_name@msdyn_paymentterms
msdyn_vendors - Vendors V2 | VendorAccountNumber=msdyn_vendoraccountnumber, VendorOrganizationName=msdyn_name | VendorGroupId>msdyn_vendorgroupid.msdyn_vendorgroup@msdyn_vendorgroups!, CurrencyCode>msdyn_currency.isocurrencycode@transactioncurrencies!, DefaultPaymentTermsName>msdyn_paymentterms.msdyn_name@msdyn_paymentterms, DefaultPaymentDayName>msdyn_paymentday.msdyn_name@msdyn_paymentdays, DefaultPaymentScheduleName>msdyn_paymentschedule.msdyn_name@msdyn_paymentschedules, DefaultVendorPaymentMethodName>msdyn_vendorpaymentmethod.msdyn_name@msdyn_vendorpaymentmethods, SalesTaxGroupCode>msdyn_taxgroup.msdyn_name@msdyn_taxgroups, InvoiceVendorAccountNumber>msdyn_invoicevendoraccountnumber.msdyn_vendoraccountnumber@msdyn_vendors, PrimaryContactPersonId>msdyn_vendorprimarycontactperson.msdyn_contactpersonid@contacts, VendorPartyNumber>msdyn_partyid.msdyn_partynumber@msdyn_parties!
products - CDS released distinct products | ProductNumber=msdyn_productnumber, ItemNumber=msdyn_itemnumber, ProductName=name | CurrencyCode>transactioncurrencyid.isocurrencycode@transactioncurrencies!, SalesUnitSymbol>defaultuomid.msdyn_symbol@uoms!, ProductColorId>msdyn_productcolor.msdyn_productcolorname@msdyn_productcolors, ProductConfigurationId>msdyn_productconfiguration.msdyn_productconfiguration@msdyn_productconfigurations, ProductSizeId>msdyn_productsize.msdyn_productsize@msdyn_productsizes, ProductStyleId>msdyn_productstyle.msdyn_productstyle@msdyn_productstyles | | | productstructure=1
msdyn_sharedproductdetails - Released products V2 | ItemNumber=msdyn_itemnumber | ProductNumber>msdyn_globalproduct.msdyn_productnumber@msdyn_globalproducts!, SalesUnitSymbol>msdyn_salesunitsymbol.msdyn_symbol@uoms!, PrimaryVendorAccountNumber>msdyn_vendor.msdyn_vendoraccountnumber@msdyn_vendors
contacts - Customers V3 | CustomerAccount=msdyn_contactpersonid, PersonFirstName=firstname, PersonLastName=lastname, PrimaryContactEmail=emailaddress1 | CustomerGroupId>msdyn_customergroupid.msdyn_groupid@msdyn_customergroups!, SalesCurrencyCode>transactioncurrencyid.isocurrencycode@transactioncurrencies!, PartyNumber>msdyn_partyid.msdyn_partynumber@msdyn_parties! | PartyType eq 'Person' | msdyn_sellable eq true and msdyn_contactpersonid ne '' | msdyn_sellable=true | PartyType=Person
accounts - Customers V3 | CustomerAccount=accountnumber, OrganizationName=name, DeliveryAddressCountryRegionISOCode=address1_country | CustomerGroupId>msdyn_customergroupid.msdyn_groupid@msdyn_customergroups!, SalesCurrencyCode>transactioncurrencyid.isocurrencycode@transactioncurrencies!, InvoiceAccount>msdyn_billingaccount.accountnumber@accounts, PaymentDay>msdyn_paymentday.msdyn_name@msdyn_paymentdays, PaymentMethod>msdyn_customerpaymentmethod.msdyn_name@msdyn_customerpaymentmethods, PaymentSchedule>msdyn_paymentschedule.msdyn_name@msdyn_paymentschedules, PaymentTerms>msdyn_paymentterm.msdyn_name@msdyn_paymentterms, VendorAccount>msdyn_vendor.msdyn_vendoraccountnumber@msdyn_vendors, ContactPersonId>primarycontactid.msdyn_contactpersonid@contacts, SalesTaxGroup>msdyn_salestaxgroup.msdyn_name@msdyn_taxgroups, PartyNumber>msdyn_partyid.msdyn_partynumber@msdyn_parties! | PartyType eq 'Organization' | customertypecode eq 3 | customertypecode=3 | PartyType=Organization
contacts - CDS Contacts V2 | ContactPersonId=msdyn_contactpersonid, FirstName=firstname, LastName=lastname | AssociatedContactNumber>parentcustomerid.accountnumber@accounts! | AssociatedContactType eq 'Customer' | msdyn_contactforvendor ne true and msdyn_sellable ne true and msdyn_contactpersonid ne '' | msdyn_sellable=false | AssociatedContactType=Customer
contacts - CDS Contacts V2 (vendors) | ContactPersonId=msdyn_contactpersonid, FirstName=firstname, LastName=lastname | AssociatedContactNumber>msdyn_vendorcontactid.msdyn_vendoraccountnumber@msdyn_vendors! | AssociatedContactType eq 'Vendor' | msdyn_contactforvendor eq true and msdyn_sellable eq false and msdyn_contactpersonid ne '' | msdyn_contactforvendor=true, msdyn_sellable=false | AssociatedContactType=Vendor
msdyn_parties - CDS Parties | PartyNumber=msdyn_partynumber, Name=msdyn_name
msdyn_contactforparties - Contacts V2 | ContactPersonId=msdyn_contactforpartynumber | ContactPersonPartyNumber>msdyn_contactpersonparty.msdyn_partynumber@msdyn_parties!
salesorders - CDS sales order headers | SalesOrderNumber=msdyn_salesordernumber, SalesOrderName=name | OrderingCustomerAccountNumber>customerid.accountnumber@accounts+msdyn_contactpersonid@contacts!, CurrencyCode>transactioncurrencyid.isocurrencycode@transactioncurrencies!, InvoiceCustomerAccountNumber>msdyn_invoicecustomer.accountnumber@accounts, ContactPersonId>msdyn_contactperson.msdyn_contactpersonid@contacts, DefaultShippingSiteId>msdyn_defaultshippingsite.msdyn_siteid@msdyn_operationalsites, DefaultShippingWarehouseId>msdyn_defaultshippingwarehouse.msdyn_warehouseidentifier@msdyn_warehouses, PaymentTermsName>msdyn_paymentterms.msdyn_name@msdyn_paymentterms, PriceCustomerGroupCode>msdyn_pricecustomergroup.msdyn_groupcode@msdyn_pricecustomergroups, DeliveryModeCode>msdyn_deliverymode.msdyn_name@msdyn_shipvias, DeliveryTermsCode>msdyn_deliveryterms.msdyn_termscode@msdyn_termsofdeliveries, SalesOrderOriginCode>msdyn_salesorderorigin.msdyn_origincode@msdyn_salesorderorigins | | msdyn_ordertype eq 192350000 | msdyn_ordertype=192350000
salesorderdetails - CDS sales order lines | LineCreationSequenceNumber=sequencenumber, OrderedSalesQuantity=quantity | SalesOrderNumber>salesorderid.msdyn_salesordernumber@salesorders!, ProductNumber>productid.msdyn_productnumber@products!, SalesUnitSymbol>uomid.msdyn_symbol@uoms!, CurrencyCode>transactioncurrencyid.isocurrencycode@transactioncurrencies, SalesProductCategoryName>msdyn_salesproductcategory.msdyn_name@msdyn_productcategories, ShippingSiteId>msdyn_shippingsite.msdyn_siteid@msdyn_operationalsites, ShippingWarehouseId>msdyn_shippingwarehouse.msdyn_warehouseidentifier@msdyn_warehouses, DeliveryModeCode>msdyn_deliverymode.msdyn_name@msdyn_shipvias, DeliveryTermsId>msdyn_deliveryterms.msdyn_termscode@msdyn_termsofdeliveries
msdyn_supplychainfeaturestates - Dynamics 365 Sales feature management states | FeatureName=msdyn_name, IsEnabled=msdyn_isenabled
`;

/** A reference: a key in finance and operations, the id of a row in Dataverse. */
export interface Lookup {
  readonly finance: string;
  /** `transactioncurrencyid`; a row has its value in `_transactioncurrencyid_value`. */
  readonly column: string;
  readonly to: readonly { readonly set: string; readonly key: string }[];
  readonly required: boolean;
}

export interface FieldMap {
  readonly columns: readonly (readonly [finance: string, dataverse: string])[];
  readonly lookups: readonly Lookup[];
  /** In finance and operations and in Dataverse: which rows the map takes. Empty: all. */
  readonly filters: { readonly finance: string; readonly dataverse: string };
  readonly constants: { readonly finance: Row; readonly dataverse: Row };
}

const list = (text: string): readonly string[] => text.split(', ').filter((part) => part !== '');

function lookupOf(text: string): Lookup {
  const [, finance = '', column = '', targets = '', required] = /^(\w+)>(\w+)\.([^!]+)(!?)$/.exec(text) ?? [];
  const to = targets.split('+').map((target) => {
    const [key = '', set = ''] = target.split('@');
    return { set, key };
  });
  return { finance, column, to, required: required === '!' };
}

/** `a=1, b=true, c=text` */
const valuesOf = (text: string): Row =>
  Object.fromEntries(
    list(text).map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [
        name,
        /^\d+$/.test(value) ? Number(value) : /^(true|false)$/.test(value) ? value === 'true' : value,
      ];
    }),
  );

const fieldMaps: ReadonlyMap<string, FieldMap> = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', columns = '', lookups = '', finance = '', dataverse = '', there = '', back = ''] =
        line.split('|').map((cell) => cell.trim());
      return [
        name,
        {
          columns: list(columns).map((pair) => {
            const [one = '', other = ''] = pair.split('=');
            return [one, other] as const;
          }),
          lookups: list(lookups).map(lookupOf),
          filters: { finance, dataverse },
          constants: { finance: valuesOf(back), dataverse: valuesOf(there) },
        },
      ];
    }),
);

/** The newer maps of orders have the columns of those that they replace; two of one name are told apart by their solution. */
export function fieldMapOf({
  name,
  solution,
}: {
  readonly name: string;
  readonly solution: string;
}): FieldMap {
  const ofVendors = name.endsWith('CDS Contacts V2') && solution.includes('SupplyChain');
  const known = name.replace(/Dynamics 365 Sales order (headers|lines)/, 'CDS sales order $1');
  const found = fieldMaps.get(ofVendors ? `${name} (vendors)` : known);
  if (!found) throw new Error(`The columns of ${name} aren't in the table of field maps.`);
  return found;
}
