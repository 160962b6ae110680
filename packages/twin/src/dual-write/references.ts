import { findTable } from '../services/dataverse/tables.ts';
import { type Row, textOf } from '../world/rows.ts';
import { fieldMapOf, type Lookup } from './field-maps.ts';
import { financeTable } from './finance-table.ts';
import { same, type Sides } from './sides.ts';

const ofCompany = ['_msdyn_company_value', '_msdyn_companyid_value', '_msdyn_associatedcompanyid_value'];
const companyOfRow = (row: Row): string =>
  same(ofCompany.map((column) => row[column]).find((value) => typeof value === 'string'));

/** Finds what rows refer to, as both sides are when it is first asked: what a run writes, the next run finds. */
export function referencesOf(sides: Sides) {
  const { organization, finance, link } = sides;
  const seen = new Map<string, ReadonlyMap<string, Row>>();
  const index = (name: string, build: () => Iterable<readonly [string, Row]>): ReadonlyMap<string, Row> => {
    const found = seen.get(name) ?? new Map(build());
    seen.set(name, found);
    return found;
  };
  const inDataverse = (set: string, key: string) =>
    index(`${set} by ${key}`, () =>
      (organization.tables[set] ?? []).map((row) => [`${companyOfRow(row)}|${same(row[key])}`, row]),
    );
  const byId = (set: string) =>
    index(set, () => {
      const id = findTable(organization, set)?.key ?? '';
      return (organization.tables[set] ?? []).map((row) => [same(row[id]), row]);
    });
  const inFinance = (set: string, key: string) =>
    index(`finance ${set} by ${key}`, () =>
      link.maps
        .filter(({ dataverse }) => dataverse.name === set)
        .flatMap((map) => {
          const column = fieldMapOf(map).columns.find(([, other]) => other === key)?.[0] ?? '';
          return financeTable(finance, map.finance.name).rows.map(
            (row) => [`${same(row['dataAreaId'])}|${same(row[column])}`, row] as const,
          );
        }),
    );
  const either = (rows: ReadonlyMap<string, Row>, company: unknown, value: unknown) =>
    rows.get(`${same(company)}|${same(value)}`) ?? rows.get(`|${same(value)}`);
  return {
    /** The id of the row in Dataverse that has this key, of this company or of none. */
    idOf({ to }: Lookup, value: unknown, company: unknown): unknown {
      for (const { set, key } of to) {
        const id = either(inDataverse(set, key), company, value)?.[findTable(organization, set)?.key ?? ''];
        if (id) return id;
      }
      return undefined;
    },
    /** What finance and operations calls the row with this id, and whether it has it. */
    keyOf({ to }: Lookup, id: unknown, company: string): { value: string; there: boolean } | undefined {
      for (const { set, key } of to) {
        const row = byId(set).get(same(id));
        if (!row) continue;
        const value = textOf(row[key]);
        return { value, there: Boolean(either(inFinance(set, key), company, value)) };
      }
      return undefined;
    },
  };
}
export type References = ReturnType<typeof referencesOf>;

/** The documented words (troubleshooting-initial-sync), with the question that a person can put to Dataverse. */
export function notFound({ world, link }: Sides, { column, to }: Lookup, value: unknown): string {
  const { set, key } = to[0] ?? { set: '', key: '' };
  const domain = world.state.platform.environments.find((each) => each.id === link.environment)?.domain;
  const query = `http://${domain}.crm4.twin.localhost/api/data/v9.0/${set}?$select=${key}&$filter=${key} eq '${textOf(value)}'`;
  return `Couldn't resolve the guid for the field: ${column}.${key}. The lookup value was not found: ${textOf(value)}. Try this URL(s) to check if the reference data exists: ${query}`;
}
