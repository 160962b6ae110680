import type { Alike, Row, RowSet } from '../../world/rows.ts';
import { type Entry, mapCatalogue } from './map-catalogue.ts';
import { countOf } from './row-counts.ts';
import { rowMakers } from './row-makers.ts';

/** How many rows of a company are there one by one; the others are like the next of them. */
const singly: Readonly<Record<string, number>> = {
  accounts: 30,
  contacts: 15,
  salesorders: 45,
  salesorderdetails: 60,
  uoms: 40,
  // Everybody who is a customer one by one.
  msdyn_parties: 135,
};
const few = 12;
/** Kept in a form of their own. */
const elsewhere = new Set(['OMLegalEntity', 'EcoResReleasedDistinctProductCDSEntity']);

/** What finance and operations has of each table that maps copy: as many rows as the catalogue says. */
export function financeTables(companies: readonly string[]): Record<string, RowSet> {
  const tables: Record<string, RowSet> = {};
  for (const entry of mapCatalogue()) {
    if (elsewhere.has(entry.entity)) continue;
    const { rows, alike } = (tables[entry.entity] ??= { rows: [], alike: [] });
    for (const company of entry.global ? ['dat'] : companies) {
      const made = rowsOf(entry, company);
      rows.push(...made.rows);
      alike.push(...made.alike);
    }
  }
  return tables;
}

const partyOf = ({ PartyNumber }: Row): Row => (PartyNumber === undefined ? {} : { PartyNumber });

/** The explicit rows of a company and the group of those like them. */
export function rowsOf(entry: Entry, company: string, count = countOf(entry, company)): RowSet {
  const make = rowMakers[`${entry.set} - ${entry.finance}${entry.variant}`];
  if (!make) throw new Error(`Nobody makes rows of ${entry.set}.`);
  const row = (index: number): Row => ({
    ...(entry.global ? {} : { dataAreaId: company }),
    ...make(company, index),
  });
  // Branches have none one by one: their numbers are all that anybody looks at.
  const most = company.length > 4 || /^c\d/.test(company) ? 0 : (singly[entry.set] ?? few);
  const explicit = Math.min(count, Math.max(most, count <= 20 && most > 0 ? count : 0));
  const rest: Alike = {
    id: `${entry.set} - ${entry.finance}${entry.variant} ${company}`,
    // One that isn't there by itself, since a key names one row; its party is, as far as there are parties.
    like: { ...row(explicit), ...partyOf(row(0)) },
    count: count - explicit,
  };
  return {
    rows: Array.from({ length: explicit }, (_, index) => row(index)),
    alike: rest.count > 0 ? [rest] : [],
  };
}
