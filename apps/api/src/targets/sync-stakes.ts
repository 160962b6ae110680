import type { MapForecast } from '@portico/contract/findings';
import { type Company, countFinance } from './count-sides.ts';
import type { GatewayMap } from './gateway.ts';
import { inText } from './rows.ts';
import { syncedTable } from './synced-tables.ts';
import type { Targets } from './targets.ts';
import { textOf } from './text-of.ts';

/** So many of Dataverse's rows are compared: enough to tell whether the sides overlap, few enough to ask. */
export const most = 200;
/** Keys in one question: addresses are limited in length. */
const atOnce = 25;

type Map = Pick<GatewayMap, 'name' | 'finance' | 'dataverse'>;

/**
 * How many rows of a map both sides have, by its key and company. Undefined where a row can't be told by one column,
 * where rows go one way only, or where a side can't be read.
 */
export async function stakesOf(
  targets: Pick<Targets, 'dataverse' | 'finance'>,
  map: Map,
  companies: readonly Company[],
): Promise<MapForecast['both']> {
  const { key, company: column, filters, oneWay } = syncedTable(map);
  if (!key || !column || oneWay) return undefined;
  const client = await targets.dataverse();
  const page = await client.listRows({
    set: map.dataverse,
    $select: `${key.dataverse},${column}`,
    ...(filters.dataverse ? { $filter: filters.dataverse } : {}),
    $top: most + 1,
  });
  const rows = page.value.slice(0, most);
  let both = 0;
  for (const company of companies) {
    const keys = rows.filter((row) => row[column] === company.id).map((row) => textOf(row[key.dataverse]));
    const known = [...new Set(keys.filter((value) => value !== ''))];
    for (let from = 0; from < known.length; from += atOnce) {
      const some = known.slice(from, from + atOnce);
      const among = some.map((value) => `${key.finance} eq '${inText(value)}'`).join(' or ');
      const found = await countFinance(targets, map, company, `(${among})`);
      if (found === undefined) return undefined;
      both += found;
    }
  }
  return { rows: both, lookedAt: rows.length, whole: page.value.length <= most };
}
