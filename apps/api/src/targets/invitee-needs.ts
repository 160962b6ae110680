import type { NeedState } from '@portico/contract/findings';
import type { Row } from './targets.ts';
import { textOf } from './text-of.ts';

/** What a contact may be filled in from. */
export interface Sources {
  /** The account that the contact names, that was chosen for it, or whose primary contact it alone is. */
  readonly account: Row | undefined;
  readonly companies: ReadonlyMap<string, string>;
  readonly currencies: ReadonlyMap<string, string>;
  /** Active price lists, by name. */
  readonly priceLists: readonly Row[];
}

interface Needed {
  readonly needs: readonly NeedState[];
  /** What is written into the contact, and only where nothing stands. */
  readonly fills: Readonly<Record<string, string>>;
}

/**
 * The columns behind the names that the documentation gives (customer-portal-user-admin and -customize): “Account Number”
 * is msdyn_contactpersonid (party-gab), “Company” msdyn_company (field maps of contacts), “Potential customer” the
 * contact's customer. That “Ship to country/region” is read from the contact's first address is assumed.
 */
const columns = {
  company: '_msdyn_company_value',
  number: 'msdyn_contactpersonid',
  customer: '_parentcustomerid_value',
  currency: '_transactioncurrencyid_value',
  priceList: '_defaultpricelevelid_value',
  country: 'address1_country',
} as const;

export const contactColumns = ['contactid', 'firstname', 'lastname', 'statecode', ...Object.values(columns)];
export const accountColumns = [
  'accountid',
  'name',
  'accountnumber',
  'address1_country',
  '_msdyn_company_value',
  '_defaultpricelevelid_value',
  '_primarycontactid_value',
  '_transactioncurrencyid_value',
];

/** What a contact has, what its customer account can give it, and what people must fill in. */
export function neededBy(contact: Row, sources: Sources): Needed {
  const { account, companies, currencies, priceLists } = sources;
  const fills: Record<string, string> = {};
  const has = (column: string) => textOf(contact[column]).trim();
  const there = (need: NeedState['need'], value: string): NeedState => ({ need, state: 'there', value });
  const missing = (need: NeedState['need']): NeedState => ({ need, state: 'missing' });
  const fill = (need: NeedState['need'], column: string, to: string, value: string): NeedState => {
    fills[column] = to;
    return { need, state: 'fill', value };
  };

  const company = has(columns.company);
  const shown = account ? `${textOf(account['name'])} (${textOf(account['accountnumber'])})` : '';
  const customer = (): NeedState => {
    // A customer of another company has orders that never arrive.
    if (account && company && textOf(account['_msdyn_company_value']) !== company)
      return { need: 'customer', state: 'elsewhere', value: shown };
    if (has(columns.customer)) return there('customer', shown || has(columns.customer));
    if (!account) return missing('customer');
    const id = textOf(account['accountid']);
    return fill('customer', 'parentcustomerid_account@odata.bind', `/accounts(${id})`, shown);
  };
  const currencyId = has(columns.currency) || textOf(account?.['_transactioncurrencyid_value']);
  const currency = (): NeedState => {
    const code = currencies.get(currencyId) ?? currencyId;
    if (has(columns.currency)) return there('currency', code);
    if (!currencyId) return missing('currency');
    return fill(
      'currency',
      'transactioncurrencyid@odata.bind',
      `/transactioncurrencies(${currencyId})`,
      code,
    );
  };
  const priceList = (): NeedState => {
    const nameOf = (id: string) =>
      textOf(priceLists.find((list) => list['pricelevelid'] === id)?.['name']) || id;
    const own = has(columns.priceList);
    if (own) return there('prices', nameOf(own));
    // Else the first by name in the currency, as dual-write takes it (unified product experience).
    const first = priceLists
      .filter((list) => currencyId !== '' && list['_transactioncurrencyid_value'] === currencyId)
      .toSorted((a, b) => textOf(a['name']).localeCompare(textOf(b['name']), 'en'))[0];
    const id = textOf(account?.['_defaultpricelevelid_value']) || textOf(first?.['pricelevelid']);
    if (!id) return missing('prices');
    return fill('prices', 'defaultpricelevelid@odata.bind', `/pricelevels(${id})`, nameOf(id));
  };
  const country = (): NeedState => {
    if (has(columns.country)) return there('country', has(columns.country));
    const code = textOf(account?.['address1_country']).trim();
    return code ? fill('country', columns.country, code, code) : missing('country');
  };

  const number = has(columns.number);
  return {
    needs: [
      company ? there('company', companies.get(company) ?? company) : missing('company'),
      number ? there('number', number) : missing('number'),
      customer(),
      currency(),
      priceList(),
      country(),
    ],
    fills,
  };
}
