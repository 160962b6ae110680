import { Refused } from '../serve.ts';
import type { Organization } from '../world/dataverse.ts';
import type { DualWriteMap, Due, Link } from '../world/dual-write.ts';
import type { Row } from '../world/rows.ts';
import type { World } from '../world.ts';
import { financeTable } from './finance-table.ts';
import { listedMaps } from './find-link.ts';
import { referencesOf } from './references.ts';
import { companyOf, keyOf, type Sides, sidesOf, taken } from './sides.ts';
import { toDataverse, toFinance } from './translate.ts';
import { writeFinance } from './write-rows.ts';

/**
 * A row that somebody saved in Dataverse goes over to finance and operations while its map runs, in the same
 * transaction: what can't be written there isn't saved here either, in the words of the plug-in
 * (troubleshooting-live-sync). A paused map queues it.
 */
export function syncLive(world: World, organization: Organization, set: string, row: Row, id: unknown): void {
  for (const link of world.state.dualWrite.links) {
    if (link.organization !== organization.id) continue;
    for (const map of listedMaps(link)) {
      const waits = map.state === 5 || map.state === 3;
      if (map.dataverse.name !== set || map.direction !== 'both' || (map.state !== 4 && !waits)) continue;
      const sides = sidesOf(world, link, map);
      if (!sides || !takes(sides, row)) continue;
      if (waits) map.queue.push({ row: String(id) });
      else {
        const error = write(sides, row);
        if (error) throw failed(map, error);
      }
    }
  }
}

/** What becomes of the queue when a map goes on: what can't be written stays in it, with the reason. */
export function settleQueue(
  world: World,
  link: Link,
  map: DualWriteMap,
  outcome: NonNullable<Due['queued']>,
): void {
  const sides = sidesOf(world, link, map);
  const { queue } = map;
  map.queue = [];
  if (!sides || outcome === 'discarded') return;
  for (const { row: id } of queue) {
    const row = sides.organization.tables[map.dataverse.name]?.find((each) =>
      Object.values(each).includes(id),
    );
    const error = outcome === 'kept' ? 'Catch-up was skipped.' : row && write(sides, row);
    if (error) map.queue.push({ row: id, error });
  }
}

/** Rows without a company or a key take no part. */
const takes = (sides: Sides, row: Row): boolean =>
  taken(sides.fields.filters.dataverse)(row) &&
  companyOf(sides, row) !== undefined &&
  keyOf(sides.map, row) !== undefined;

/** Writes a row over its like, or as a new one; answers why it couldn't. */
function write(sides: Sides, row: Row): string | undefined {
  const { finance, map } = sides;
  const references = referencesOf(sides);
  const company = companyOf(sides, row) ?? 'dat';
  const key = keyOf(map, row);
  const there = financeTable(finance, map.finance.name).rows.find(
    (each) =>
      (company === 'dat' || each['dataAreaId'] === company) &&
      taken(sides.fields.filters.finance)(each) &&
      keyOf(map, toDataverse(sides, references, company, each).values) === key,
  );
  const { values, missing } = toFinance(sides, references, company, row, !there);
  if (missing) return missing.message;
  writeFinance(sides, values, there);
  return undefined;
}

const failed = ({ dataverse, finance }: DualWriteMap, reason: string): Refused =>
  new Refused(
    400,
    {
      error: {
        code: '0x80040265',
        message: `An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: failed to process entity ${dataverse.logical} - Unable to write data to entity ${finance.name}. ${reason}`,
      },
    },
    { 'OData-Version': '4.0' },
  );
