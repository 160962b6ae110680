import type { Leg } from '../world/dual-write.ts';
import { hours, minutes } from '../platform/durations.ts';
import { companyColumn, lookupsOf, type Sides } from './sides.ts';

/** Per run and company (initial-sync-guidance). */
const mostRows = 500_000;
/** Finance and operations must have answered by then (same page). */
const longest = 24 * hours;
/** From so many on, Dataverse's rows can't be read (same page). */
const manyLookups = 10;

/** Rows a minute, one company after the other (training material); 70,000 single-threaded ones take a day. */
const [usual, slow] = [100, 70_000 / (24 * 60)];

/** Tables whose rows finance and operations takes in one by one (same page). */
const singleThreaded = new Set([
  'accounts',
  'msdyn_vendors',
  'msdyn_warehouses',
  'msdyn_productcategories',
  'msdyn_shipvias',
  'msdyn_taxcodes',
]);

/** How long a leg takes, in milliseconds. */
export const durationOf = (set: string, to: Leg['to'], rows: number): number =>
  (rows / (to === 'finance' && singleThreaded.has(set) ? slow : usual)) * minutes;

/** Rows that can't be written fail quickly. */
export const soon = 1 * minutes;

export interface Limit {
  readonly says: string;
  /** Milliseconds until it is said. */
  readonly after: number;
}

/**
 * Why a leg of so many rows can't be gone; undefined: it can. That limits exist is documented, and the words of the
 * third one; those of the others are made up.
 */
export function limitOf(sides: Sides, to: Leg['to'], exported: number): Limit | undefined {
  const set = sides.map.dataverse.name;
  if (exported > mostRows)
    return {
      says: `The number of records, ${exported}, exceeds the limit of ${mostRows} records per execution.`,
      after: soon,
    };
  if (to === 'dataverse' || exported === 0) return undefined;
  const lookups = lookupsOf(sides).length + (companyColumn(sides.map) ? 1 : 0);
  if (lookups >= manyLookups && sides.world.state.switches.manyLookups === 'refused')
    return {
      says: `5 Attempts to get data from https://europe-002.azure-apim.net/apim/commondataservice/${sides.link.name} Failed`,
      after: soon,
    };
  if (durationOf(set, to, exported) > longest)
    return {
      says: 'The import did not return a result within 24 hours. The execution has timed out.',
      after: longest,
    };
  return undefined;
}
