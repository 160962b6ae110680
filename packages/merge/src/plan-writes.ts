import type { Decision } from './decide.ts';
import { placesOf } from './outcome/places.ts';
import { inOrderOfNeed } from './outcome/order-of-need.ts';
import { linksOf, valuesOf } from './outcome/values.ts';
import type { Plan, Write } from './plan.ts';
import { contentOf } from './canonical/content.ts';
import { tableOf } from './tables/standard.ts';
import { saidBy } from './decide.ts';

/** Something isn't decided yet, so there is no plan; what it is stands in the decision. */
export class Undecided extends Error {}

/**
 * What has to be written so that the live site is as decided: new rows first, parents before children, then changes,
 * then relationships; last goes what shall not be there any more. Deactivated, for that can be taken back.
 */
export function planWrites({ records, open }: Decision): Plan {
  if (open.length > 0) throw new Undecided(`${open.length} decisions are open`);
  const own = records.filter(({ record }) => !tableOf(record.table).global);
  const places = placesOf(own);
  const [creates, updates, links, gone]: [Write[], Write[], Write[], Write[]] = [[], [], [], []];
  for (const { record, says } of own) {
    const { id, table, live } = record;
    const [there, stale] = [
      record.sides.ours !== undefined,
      { ...(live?.etag !== undefined && { etag: live.etag }) },
    ];
    if (!says) {
      if (there) gone.push({ op: 'deactivate', table, id, ...stale });
      continue;
    }
    const before = record.sides.ours ?? (live && contentOf(live));
    const { now, was } = valuesOf(record, saidBy(before), says, places.get(id));
    if (!live)
      creates.push({ op: 'create', table, id, ...now, ...(isGenerated(table, now) && { mayExist: true }) });
    if (live && !there) updates.push({ op: 'reactivate', table, id, ...stale });
    if (live && Object.keys(now).length > 0)
      updates.push({ op: 'update', table, id, ...(there && stale), ...now, was });
    links.push(...linksOf(record, saidBy(before), says));
  }
  const ordered = inOrderOfNeed(creates);
  return { writes: [...ordered.creates, ...updates, ...ordered.later, ...links, ...gone] };
}

/** A page with a language below a root: a plug-in of the portal makes one for each when the root is made. */
const isGenerated = (table: string, { refs }: { refs?: Readonly<Record<string, string | null>> }): boolean =>
  table === 'adx_webpage' && Boolean(refs?.['adx_rootwebpageid']);
