import { isNamed } from './map-families.ts';
import type { Known } from './known-map.ts';
import { type MapOrder, orderMaps } from './order-maps.ts';

/**
 * What maps need by Microsoft's documented field maps: a reference that every row of the first has, or after the bar
 * one that some have. The pages date from 2020 and 2021, and there is no full list: this is a preview where the
 * gateway can't be asked, and a second opinion where it can. A set stands for its maps, but for the two customers'.
 */
const table = `
msdyn_paymentdays: cdm_companies
msdyn_paymentschedules: cdm_companies
msdyn_customerpaymentmethods: cdm_companies
msdyn_shipvias: cdm_companies
msdyn_termsofdeliveries: cdm_companies
msdyn_salesorderorigins: cdm_companies
msdyn_pricecustomergroups: cdm_companies
msdyn_operationalsites: cdm_companies
msdyn_paymentterms: cdm_companies | msdyn_paymentdays msdyn_paymentschedules
msdyn_warehouses: msdyn_operationalsites
msdyn_productcategories: msdyn_productcategoryhierarchies
msdyn_customergroups: cdm_companies | msdyn_paymentterms
msdyn_vendorgroups: cdm_companies | msdyn_paymentterms
msdyn_vendors: msdyn_vendorgroups transactioncurrencies msdyn_parties | msdyn_paymentterms
products: cdm_companies transactioncurrencies uoms | msdyn_productcolors msdyn_productconfigurations msdyn_productsizes msdyn_productstyles
contacts: cdm_companies msdyn_customergroups transactioncurrencies msdyn_parties
accounts: cdm_companies msdyn_customergroups transactioncurrencies msdyn_parties | msdyn_paymentterms msdyn_paymentdays msdyn_paymentschedules msdyn_customerpaymentmethods msdyn_vendors
msdyn_contactforparties: msdyn_parties accounts contacts
salesorders: accounts contacts transactioncurrencies | msdyn_operationalsites msdyn_warehouses msdyn_paymentterms msdyn_pricecustomergroups msdyn_shipvias msdyn_termsofdeliveries msdyn_salesorderorigins
salesorderdetails: salesorders products uoms transactioncurrencies | msdyn_productcategories msdyn_operationalsites msdyn_warehouses msdyn_shipvias msdyn_termsofdeliveries
`;

interface Needs {
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
}

const words = (text = ''): readonly string[] => text.split(' ').filter((word) => word !== '');

const documented: ReadonlyMap<string, Needs> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [set = '', needs = ''] = line.split(': ');
      const [always, sometimes] = needs.split(' | ');
      return [set, { always: words(always), sometimes: words(sometimes) }];
    }),
);

/** The order that the documentation gives, of the wanted maps and of those of their needs that are listed here. */
export function documentedOrder(maps: readonly Known[], wanted: readonly string[]): MapOrder {
  const needs = new Map<string, readonly string[]>();
  const visit = (map: Known | undefined): void => {
    if (!map || needs.has(map.id)) return;
    const { always = [], sometimes = [] } = documented.get(map.dataverse) ?? {};
    const before = [...always, ...sometimes].flatMap((set) => mapOfSet(maps, set) ?? []);
    needs.set(
      map.id,
      before.map(({ id }) => id),
    );
    for (const each of before) visit(each);
  };
  for (const id of wanted) visit(maps.find((map) => map.id === id));
  return orderMaps(needs);
}

/** Maps without which rows of the given ones can't be written, by the documentation, and that aren't among these. */
export function unnamedNeeds(
  maps: readonly Known[],
  order: readonly { readonly id: string }[],
): readonly Known[] {
  const there = new Set(order.map(({ id }) => maps.find((map) => map.id === id)?.dataverse));
  const always = [...there].flatMap((set) => documented.get(set ?? '')?.always ?? []);
  return [...new Set(always)].flatMap((set) => (there.has(set) ? [] : (mapOfSet(maps, set) ?? [])));
}

/** Customers and contacts come from one entity; other maps of these sets aren't what a reference is about. */
const mapOfSet = (maps: readonly Known[], set: string): Known | undefined =>
  set === 'accounts' || set === 'contacts'
    ? maps.find((map) => isNamed(map, `${set} - Customers V3`))
    : maps.find(({ dataverse }) => dataverse === set);
