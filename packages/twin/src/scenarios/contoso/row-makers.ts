import type { Row } from '../../world/rows.ts';

/** Makes one row of a company, by its number from 0. */
type Make = (company: string, index: number) => Row;

const currencies: Readonly<Record<string, string>> = { usmf: 'USD', demf: 'EUR', gbsi: 'GBP' };
const prefixes: Readonly<Record<string, string>> = { usmf: 'US', demf: 'DE', gbsi: 'GB' };
const countries: Readonly<Record<string, string>> = { usmf: 'US', demf: 'DE', gbsi: 'GB' };
const currencyOf = (company: string): string => currencies[company] ?? 'EUR';
const prefixOf = (company: string): string => prefixes[company] ?? company.toUpperCase();
const padded = (index: number, digits: number): string => String(index + 1).padStart(digits, '0');
const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

const customer: Make = (company, index) => ({ CustomerAccount: `${prefixOf(company)}-${padded(index, 3)}` });
const person = (company: string, index: number): string => `${prefixOf(company)}-P${padded(index, 2)}`;
const order = (company: string, index: number): string =>
  company === 'usmf'
    ? `SO-${String(701 + index).padStart(6, '0')}`
    : `${prefixOf(company)}-${padded(index, 5)}`;
const partyOf = (what: string): string => `P-${what}`;

const units = (
  'ea box pl pcs kg g l ml m cm mm ft in yd lb oz gal hr day min set pair dozen carton roll sheet bag can ' +
  'bottle tube drum crate case tray t km m2 m3 kwh unit'
).split(' ');
const unitNames: Readonly<Record<string, string>> = { ea: 'Each', box: 'Box', pl: 'Pallet' };
const monies = 'USD EUR GBP CAD CHF DKK NOK SEK PLN JPY AUD INR'.split(' ');
const names =
  'Adventure Works,Blue Yonder,City Power,Fabrikam,Graphic Design,Humongous,Margie’s,Northwind,Proseware'.split(
    ',',
  );
const trades = ['Traders', 'Airlines', 'Light', 'Industries', 'Institute', 'Insurance', 'Travel'];
const people =
  'Ana Bowman,Ben Ortiz,Cora Lind,Dev Rao,Eva Horn,Finn Moss,Gil Sato,Hana Kovac,Ian Doyle,Jana Beck,Kofi Mensah,Lea Roth,Max Olsen,Nora Quist,Omar Haddad'.split(
    ',',
  );
/** Whom both sides know; the first has another name there than in Dataverse. */
const known: Readonly<Record<string, string>> = {
  'US-001': 'Fourth Coffee Company',
  'US-002': 'Litware',
  'DE-001': 'Lucerne Verlag',
};

const coded =
  (column: string, prefix: string, digits = 2): Make =>
  (_, index) => ({ [column]: `${prefix}${padded(index, digits)}` });

const organization: Make = (company, index) => {
  const { CustomerAccount: account } = customer(company, index);
  return {
    CustomerAccount: account,
    PartyType: 'Organization',
    PartyNumber: partyOf(String(account)),
    OrganizationName:
      known[String(account)] ?? `${pick(names, index)} ${pick(trades, index)} ${padded(index, 3)}`,
    CustomerGroupId: pick(['10', '20'], index),
    SalesCurrencyCode: currencyOf(company),
    PaymentTerms: 'Net10',
    // Some are paid for in a way of their own, and some have somebody to talk to.
    PaymentMethod: index % 5 === 4 ? 'PM01' : '',
    ContactPersonId: index % 7 === 6 ? person(company, 0) : '',
    VendorAccount: index === 9 ? 'V0001' : '',
    InvoiceAccount: '',
    DeliveryAddressCountryRegionISOCode: countries[company] ?? 'DE',
  };
};

const personally = (company: string, index: number) => {
  const [first = '', last = ''] = pick(people, index).split(' ');
  const email = `${first}.${last}@${company}.contoso.example`.toLowerCase();
  return { First: first, Last: last, company, email };
};

/** By the map that copies them; two contact maps of one name are told apart as the catalogue tells them apart. */
export const rowMakers: Readonly<Record<string, Make>> = {
  'transactioncurrencies - Currencies': (_, index) => ({
    CurrencyCode: pick(monies, index),
    Name: pick(monies, index),
  }),
  'uoms - Units': (_, index) => {
    const symbol = pick(units, index);
    return { UnitSymbol: symbol, UnitName: unitNames[symbol] ?? symbol };
  },
  'msdyn_productcolors - Colors': coded('ColorId', 'Color '),
  'msdyn_productconfigurations - Configurations': coded('ConfigurationId', 'Configuration '),
  'msdyn_productsizes - Sizes': coded('SizeId', 'Size '),
  'msdyn_productstyles - Styles': coded('StyleId', 'Style '),
  'msdyn_productcategoryhierarchies - Product category hierarchies': coded('HierarchyName', 'Hierarchy '),
  'msdyn_globalproducts - All products': coded('ProductNumber', 'D', 4),
  'msdyn_paymentdays - Payment days CDS': coded('Name', 'Day'),
  'msdyn_paymentschedules - Payment schedule': coded('Name', 'PS'),
  'msdyn_customerpaymentmethods - Customer payment method': coded('Name', 'PM'),
  'msdyn_vendorpaymentmethods - Vendor payment method': coded('Name', 'PM'),
  'msdyn_taxgroups - Sales tax groups': coded('TaxGroupCode', 'TG'),
  'msdyn_shipvias - Modes of delivery': coded('ModeCode', 'DM'),
  'msdyn_termsofdeliveries - Terms of delivery': coded('TermsCode', 'DT'),
  'msdyn_salesorderorigins - Sales order origin codes': coded('OriginCode', 'OR'),
  'msdyn_pricecustomergroups - Price customer groups': coded('GroupCode', 'PG'),
  'msdyn_operationalsites - Sites': (_, index) => ({ SiteId: String(index + 1) }),
  'msdyn_paymentterms - Terms of payment': (_, index) => ({
    Name: `Net${(index + 1) * 10}`,
    PaymentDayName: index === 3 ? 'Day01' : '',
    PaymentScheduleName: '',
  }),
  'msdyn_warehouses - Warehouses': (_, index) => ({
    WarehouseId: `${1 + (index % 2)}${1 + Math.floor(index / 2)}`,
    OperationalSiteId: String(1 + (index % 2)),
    TransitWarehouseId: '',
  }),
  'msdyn_productcategories - Product categories': (_, index) => ({
    CategoryName: `Category ${padded(index, 2)}`,
    ProductCategoryHierarchyName: 'Hierarchy 01',
    ParentProductCategoryName: '',
  }),
  'msdyn_customergroups - Customer groups': (_, index) => ({
    CustomerGroupId: String((index + 1) * 10),
    PaymentTermId: index === 0 ? 'Net10' : '',
  }),
  'msdyn_vendorgroups - Vendor groups': (_, index) => ({
    VendorGroupId: String((index + 1) * 10),
    DefaultPaymentTermName: '',
  }),
  'msdyn_vendors - Vendors V2': (company, index) => ({
    VendorAccountNumber: `V${padded(index, 4)}`,
    VendorOrganizationName: `Supplier ${padded(index, 4)}`,
    VendorGroupId: '10',
    CurrencyCode: currencyOf(company),
    DefaultPaymentTermsName: 'Net10',
    InvoiceVendorAccountNumber: '',
    VendorPartyNumber: partyOf(`${prefixOf(company)}-001`),
  }),
  'msdyn_sharedproductdetails - Released products V2': (_, index) => ({
    ItemNumber: `D${padded(index, 4)}`,
    ProductNumber: `D${padded(index, 4)}`,
    SalesUnitSymbol: 'ea',
    PrimaryVendorAccountNumber: '',
  }),
  'accounts - Customers V3': organization,
  'contacts - Customers V3': (company, index) => {
    const { First, Last, email } = personally(company, index);
    return {
      CustomerAccount: person(company, index),
      PartyType: 'Person',
      PartyNumber: partyOf(person(company, index)),
      PersonFirstName: First,
      PersonLastName: Last,
      PrimaryContactEmail: email,
      CustomerGroupId: '10',
      SalesCurrencyCode: currencyOf(company),
    };
  },
  'contacts - CDS Contacts V2': (company, index) => {
    const { First, Last } = personally(company, index + 2);
    return {
      ContactPersonId: `${prefixOf(company)}-C${padded(index, 3)}`,
      FirstName: First,
      LastName: Last,
      AssociatedContactType: 'Customer',
      AssociatedContactNumber: customer(company, index)['CustomerAccount'],
    };
  },
  'contacts - CDS Contacts V2 (vendors)': (company, index) => {
    const { First, Last } = personally(company, index + 4);
    return {
      ContactPersonId: `${prefixOf(company)}-S${padded(index, 3)}`,
      FirstName: First,
      LastName: Last,
      AssociatedContactType: 'Vendor',
      AssociatedContactNumber: 'V0001',
    };
  },
  'msdyn_parties - CDS Parties': (_, index) => ({
    PartyNumber: partyOf(partyMembers[index] ?? `X${padded(index, 6)}`),
    Name: partyMembers[index] ?? '',
  }),
  'msdyn_contactforparties - Contacts V2': (company, index) => ({
    ContactPersonId: `${prefixOf(company)}-C${padded(index, 3)}`,
    ContactPersonPartyNumber: partyOf(person(company, 0)),
  }),
  'salesorders - CDS sales order headers': (company, index) => ({
    SalesOrderNumber: order(company, index),
    SalesOrderName: pick(names, index),
    OrderingCustomerAccountNumber: customer(company, index % 15)['CustomerAccount'],
    InvoiceCustomerAccountNumber: customer(company, index % 15)['CustomerAccount'],
    CurrencyCode: currencyOf(company),
    PaymentTermsName: 'Net10',
    // Two of the first company are filled from a site of their own.
    DefaultShippingSiteId: company === 'usmf' && (index === 30 || index === 43) ? '3' : '',
  }),
  'salesorderdetails - CDS sales order lines': (company, index) => ({
    SalesOrderNumber: order(company, index % 25),
    LineCreationSequenceNumber: 1 + Math.floor(index / 25),
    ProductNumber: `D${padded(index % 40, 4)}`,
    SalesUnitSymbol: 'ea',
    OrderedSalesQuantity: 1 + (index % 9),
    CurrencyCode: currencyOf(company),
    ShippingSiteId: '1',
    ShippingWarehouseId: '11',
  }),
};

/** Everybody in the address book who is a customer one by one. */
const partyMembers = Object.keys(prefixes).flatMap((company) => [
  ...Array.from({ length: 30 }, (_, index) => String(customer(company, index)['CustomerAccount'])),
  ...Array.from({ length: 15 }, (_, index) => person(company, index)),
]);
