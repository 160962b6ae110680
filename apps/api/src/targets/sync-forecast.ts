import type { CompanyForecast, MapForecast, OrderedMap, SyncForecast } from '@portico/contract/findings';
import { companiesOf, type Company, countDataverse, countFinance } from './count-sides.ts';
import type { GatewayMap } from './gateway.ts';
import { inWaves } from './in-waves.ts';
import {
  durationOf,
  type Effort,
  effortOf,
  mostRows,
  mostSingleThreaded,
  obstaclesOf,
  type Shape,
  type SideRows,
  together,
} from './sync-feasibility.ts';
import { stakesOf } from './sync-stakes.ts';
import { hasManyLookups, isSingleThreaded, syncedTable } from './synced-tables.ts';
import type { Targets } from './targets.ts';

type Map = Pick<GatewayMap, 'id' | 'name' | 'finance' | 'dataverse'>;
type Sources = Pick<Targets, 'rows' | 'dataverse' | 'finance'>;

/** Up to so many companies the five maps are counted one by one, whether or not a limit asks for it. */
const fewCompanies = 12;

/** Counts both sides of each map, in order, and says what that means for its initial sync. */
export async function forecastSync(
  targets: Sources,
  order: readonly OrderedMap[],
  maps: readonly Map[],
): Promise<SyncForecast> {
  const companies = await companiesOf(targets.rows);
  const forecasts = await inWaves(mapsOf(order, maps), ({ ordered, map }) =>
    forecastMap(targets, ordered, map, companies),
  );
  const known = forecasts.flatMap(({ seconds }) => (seconds ? [seconds] : []));
  // The five make up nearly all of it; without them a number would be a guess.
  const counted = forecasts.filter(({ wanted }) => wanted).every(({ seconds }) => seconds);
  return { maps: forecasts, ...(counted && known.length > 0 ? { seconds: together(known) } : {}) };
}

async function forecastMap(
  targets: Sources,
  { id, name, wanted }: OrderedMap,
  map: Map,
  companies: readonly Company[],
): Promise<MapForecast> {
  const shape = shapeOf(map);
  const whole = await countWhole(targets, map);
  const most = Math.max(whole.finance ?? 0, whole.dataverse ?? 0);
  // Within the limits as a whole, each company is; and one after the other they take as long as the whole.
  const closer = most > limitOf(shape) || (wanted && companies.length <= fewCompanies);
  const [each, both] = await Promise.all([
    closer ? inWaves(companies, (company) => forecastCompany(targets, map, company)) : [],
    wanted ? stakesOf(targets, map, companies) : undefined,
  ]);
  const obstacles =
    each.length > 0 ? [...new Set(each.flatMap((company) => company.obstacles))] : obstaclesOf(whole, shape);
  const seconds = isCounted(whole, shape) ? durationOf(whole, shape, companies.length) : undefined;
  return {
    id,
    name,
    wanted,
    ...given(whole),
    companies: each,
    obstacles,
    ...(seconds ? { seconds } : {}),
    ...(both ? { both } : {}),
  };
}

/** What the copying of one map asks for; without `rows` they couldn't be counted. */
export interface Expected extends Effort {
  readonly rows?: number;
}

/** The same of whole maps alone, by their ids. */
export async function expectedSync(
  targets: Sources,
  order: readonly OrderedMap[],
  maps: readonly Map[],
): Promise<Readonly<Record<string, Expected>>> {
  const { length: companies } = await companiesOf(targets.rows);
  const known = await inWaves(mapsOf(order, maps), async ({ map }): Promise<[string, Expected]> => {
    const [whole, shape] = [await countWhole(targets, map), shapeOf(map)];
    const { rows, ...effort } = effortOf(whole, shape, companies);
    return [map.id, isCounted(whole, shape) ? { ...effort, rows } : effort];
  });
  return Object.fromEntries(known);
}

const mapsOf = (order: readonly OrderedMap[], maps: readonly Map[]) =>
  order.flatMap((ordered) => {
    const map = maps.find(({ id }) => id === ordered.id);
    return map ? [{ ordered, map }] : [];
  });

async function countWhole(targets: Sources, map: Map): Promise<SideRows> {
  const [finance, dataverse] = await Promise.all([countFinance(targets, map), countDataverse(targets, map)]);
  return { finance, dataverse };
}

/** On each side that rows are copied from. */
const isCounted = ({ finance, dataverse }: SideRows, { oneWay }: Shape): boolean =>
  finance !== undefined && (oneWay || dataverse !== undefined);

async function forecastCompany(targets: Sources, map: Map, company: Company): Promise<CompanyForecast> {
  const shape = shapeOf(map);
  const [finance, dataverse] = await Promise.all([
    countFinance(targets, map, company),
    // Without a company of its own, a row's company can't be asked for.
    syncedTable(map).company ? countDataverse(targets, map, company) : undefined,
  ]);
  const rows = { finance, dataverse };
  return {
    company: company.code.toUpperCase(),
    ...given(rows),
    seconds: durationOf(rows, shape, 1),
    obstacles: obstaclesOf(rows, shape),
  };
}

const shapeOf = (map: Map): Shape => ({
  singleThreaded: isSingleThreaded(map),
  manyLookups: hasManyLookups(map),
  oneWay: syncedTable(map).oneWay === true,
});

const limitOf = ({ singleThreaded }: Shape): number => (singleThreaded ? mostSingleThreaded : mostRows);

const given = (rows: SideRows) => ({
  ...(rows.finance === undefined ? {} : { finance: rows.finance }),
  ...(rows.dataverse === undefined ? {} : { dataverse: rows.dataverse }),
});
