import type { Organization, Row } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';
import { companies } from './companies.ts';

/** What an organization is set to: orders as dual-write wants them. */
export const salesSettings: Row = {
  createproductswithoutparentinactivestate: true,
  oobpricecalculationenabled: true,
  discountcalculationmethod: 0,
  orderprefix: 'ORD',
};

const currencies = ['USD', 'EUR', 'GBP'];
const currencyId = (code: string) => guid(400 + currencies.indexOf(code));
const companyId = (id: string) => guid(320 + companies.findIndex((company) => company.id === id));

/** Sales in Dataverse before dual-write has copied anything: a few rows of each kind that orders need. */
export function addOrderRows({ tables }: Organization): void {
  const row = (values: Row): Row => ({ statecode: 0, statuscode: 1, versionnumber: 1300, ...values });
  tables['transactioncurrencies'] = currencies.map((isocurrencycode) =>
    row({ transactioncurrencyid: currencyId(isocurrencycode), isocurrencycode }),
  );
  tables['pricelevels'] = currencies.map((code, index) =>
    row({
      pricelevelid: guid(410 + index),
      name: `Contoso ${code}`,
      _transactioncurrencyid_value: currencyId(code),
    }),
  );
  tables['uoms'] = [
    ['Primary Unit', 'primary'],
    ['Each', 'ea'],
    ['Box', 'box'],
    ['Pallet', 'pl'],
  ].map(([name, msdyn_symbol], index) => row({ uomid: guid(420 + index), name, msdyn_symbol }));
  tables['products'] = ['Demonstration kit', 'Starter set'].map((name, index) =>
    row({
      productid: guid(430 + index),
      name,
      // A product, not a family or a bundle.
      productstructure: 1,
      msdyn_productnumber: `D000${index + 1}`,
      _msdyn_companyid_value: companyId('usmf'),
    }),
  );
  tables['accounts'] = [
    account(0, 'Fourth Coffee', 'US-001', 'usmf', 'USD'),
    account(1, 'Litware', 'US-002', 'usmf', 'USD'),
    account(2, 'Lucerne Verlag', 'DE-001', 'demf', 'EUR'),
    // Whom nobody has sold anything to yet: no number, no company, 8 is Prospect.
    row({
      accountid: guid(443),
      name: 'Alpine Ski House',
      accountnumber: null,
      customertypecode: 8,
      _msdyn_company_value: null,
      _transactioncurrencyid_value: currencyId('EUR'),
    }),
  ].map(row);
  for (const set of ['contacts', 'salesorders', 'salesorderdetails']) tables[set] = [];
}

const account = (index: number, name: string, accountnumber: string, company: string, code: string): Row => ({
  accountid: guid(440 + index),
  name,
  accountnumber,
  // Relationship type 3 is Customer: the accounts map takes no other.
  customertypecode: 3,
  _msdyn_company_value: companyId(company),
  _transactioncurrencyid_value: currencyId(code),
});
