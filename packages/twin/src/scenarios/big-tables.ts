import { guid, type State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** How many rows are added to a company's: at the documented limits, and one beyond. */
const inFinance: readonly (readonly [entity: string, group: string, count: number])[] = [
  ['SalesOrderHeaderCDSEntity', 'salesorders - CDS sales order headers demf', 500_001],
  ['SalesOrderLineCDSEntity', 'salesorderdetails - CDS sales order lines usmf', 500_000 - 60],
  ['CustCustomerV3Entity', 'accounts - Customers V3 usmf', 80_000],
];
/** Accounts that Dataverse has and finance and operations hasn't. */
const inDataverse = [
  ['USMF', 70_001],
  ['DEMF', 69_998],
] as const;

/**
 * Tables at and beyond what an initial sync takes: half a million rows a run, and a day for what finance and operations
 * takes in one by one. They are as large in numbers only.
 */
export function bigTables(): State {
  const state = contoso();
  for (const { tables } of state.finance.environments)
    for (const [entity, id, count] of inFinance) {
      const group = tables[entity]?.alike.find((each) => each.id === id);
      if (group) group.count = count;
    }
  const { organization } = production(state);
  const { tables, alike } = organization;
  for (const [index, [code, count]] of inDataverse.entries()) {
    const company = tables['cdm_companies']?.find((row) => row['cdm_companycode'] === code);
    const [currency] = tables['transactioncurrencies'] ?? [];
    const group = guid(25_000 + index);
    const owner = { _msdyn_company_value: company?.['cdm_companyid'] };
    (tables['msdyn_customergroups'] ??= []).push({
      msdyn_customergroupid: group,
      msdyn_groupid: '10',
      ...owner,
      statecode: 0,
      versionnumber: 1310,
    });
    (alike['accounts'] ??= []).push({
      id: `accounts of before ${code}`,
      like: {
        name: 'Customer of before',
        accountnumber: 'OLD-1',
        customertypecode: 3,
        ...owner,
        _transactioncurrencyid_value: currency?.['transactioncurrencyid'],
        _msdyn_customergroupid_value: group,
        statecode: 0,
      },
      count,
    });
  }
  return { ...state, scenario: 'big-tables' };
}
