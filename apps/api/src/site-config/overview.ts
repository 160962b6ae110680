import {
  keyOfChoice,
  type UpdateOverview,
  type UpdateQuestion,
  type UpdateRecord,
} from '@portico/contract/update';
import { needsOf } from '@portico/contract/update-needs';
import { type Content, contentOf } from '@portico/merge/canonical/content';
import { checkTexts } from '@portico/merge/check-text';
import { decide, saidBy } from '@portico/merge/decide';
import type { MergedRecord } from '@portico/merge/merge-record';
import type { Open } from '@portico/merge/outcome/decisions';
import { findNamed } from '@portico/merge/outcome/find-named';
import { effectOf, isGuarded } from '@portico/merge/outcome/guard';
import type { Plan } from '@portico/merge/plan';
import { planWrites } from '@portico/merge/plan-writes';
import type { SiteRecord } from '@portico/merge/record';
import type { Snapshot } from '@portico/merge/snapshot';
import { tableOf } from '@portico/merge/tables/standard';
import type { Merging } from './merge-kept.ts';

type OpenOf<Why extends Open['why']> = Extract<Open, { why: Why }>;
const isOf =
  <Why extends Open['why']>(why: Why) =>
  (open: Open): open is OpenOf<Why> =>
    open.why === why;

/** What an update comes to, for the screen: all that anybody changed, and what is open. */
export async function overviewOf(merging: Merging): Promise<UpdateOverview> {
  const { sides, site, decision, decisions } = merging;
  const { outdated } = decisions;
  const named = namesOf(merging);
  const faults = await checkTexts(decision);
  const ticks = new Map(
    decide(site, { ...decisions, ticks: {} })
      .open.filter(isOf('needs-tick'))
      .map((each) => [each.record, each]),
  );
  const narrower = new Set(
    decision.records.flatMap(({ record, says }) => {
      const { id, table, state, sides: said } = record;
      return state !== 'unchanged' && effectOf(table, saidBy(said.ours), says) === 'narrower' ? id : [];
    }),
  );
  // Of an older site nobody can tell which roles the template gave: what both sides have alike is no change of both.
  const untold = knowsNoSets(sides.baseline.content.snapshot);
  const isNews = ({ cells }: MergedRecord) =>
    Object.values(cells).some(
      ({ state, kind }) => state !== 'unchanged' && !(untold && state === 'same' && kind === 'set'),
    );
  const open = new Map<string, number>();
  for (const { record, regions } of decision.open.filter(isOf('conflict')))
    open.set(record, (open.get(record) ?? 0) + (regions?.length ?? 1));
  const shown = {
    records: site.records.filter(isNews).flatMap((record) => {
      const { where } = named(record.id);
      const all = listed(record, open, ticks.get(record.id), merging);
      const less = narrower.has(record.id) && { narrower: true as const };
      return all.map((each) => ({ ...each, ...(where && { where }), ...less }));
    }),
    questions: site.questions.map(
      ({ kind, table, theirs, candidates }): UpdateQuestion => ({
        kind,
        table,
        theirs: theirs.map(named),
        candidates: candidates.map(named),
      }),
    ),
    gone: decision.open
      .filter(isOf('refers-to-gone'))
      .map(({ record, cell, target }) => ({ record, cell, target: named(target) })),
    faults,
  };
  return {
    ...shown,
    // Where nobody has decided yet there is nothing to say.
    named: findNamed(decision.records)
      .filter(({ record, target }) => !open.has(record) && !open.has(target))
      .map((each) => ({ ...each, target: named(each.target) })),
    sides: {
      baseline: { at: sides.baseline.at, origin: sides.baseline.content.snapshot.origin },
      live: { at: sides.live.at, records: sides.live.content.snapshot.records.length },
      template: { at: sides.template.at, records: sides.template.content.snapshot.records.length },
    },
    leftOut: site.leftOut.filter(({ table }) => !tableOf(table).global).length,
    stale: decision.stale.length + outdated.length,
    outdated: outdated.map(keyOfChoice),
    // Where nobody has decided yet the site stays as it is, so nothing of that is in the plan.
    writes: countOf(planWrites({ ...decision, open: [] }), needsOf(shown)),
  };
}

/** Undefined while anything is open. */
export const planOf = ({ decision }: Merging): Plan | undefined =>
  decision.open.length > 0 ? undefined : planWrites(decision);

/** What a person calls records, whichever side they are of, and what tells them from others of that name. */
export function namesOf({
  sides,
  site,
}: Pick<Merging, 'sides' | 'site'>): (id: string) => { id: string; title: string; where?: string } {
  const records = new Map<string, SiteRecord>();
  for (const side of [sides.template, sides.baseline, sides.live])
    for (const record of side.content.snapshot.records) records.set(record.id, record);
  // New ones have an id here that no side knows yet.
  const merged = new Map(site.records.map((record) => [record.id, record]));
  const titled = (id: string) => {
    const record = records.get(id);
    return record ? titleOf(record) : (merged.get(id)?.title ?? id);
  };
  return (id) => {
    const { sides: said, table } = merged.get(id) ?? {};
    const content = said?.ours ?? said?.theirs ?? contentIn(records.get(id));
    const where = placeIn(table ?? records.get(id)?.table, content, titled);
    return { id, title: titled(id), ...(where && { where }) };
  };
}

const contentIn = (record: SiteRecord | undefined) => record && contentOf(record);

/** What else is in the key that a record is known by: the page above it, its address, its language. */
function placeIn(
  table: string | undefined,
  content: Content | undefined,
  titled: (id: string) => string,
): string {
  if (table === undefined || !content) return '';
  const { key, title } = tableOf(table);
  return key
    .filter((column) => column !== title)
    .flatMap((column) => {
      const cell = content.get(column);
      if (typeof cell?.value !== 'string' || cell.value === '') return [];
      return cell.kind === 'reference' ? titled(cell.value) : cell.value;
    })
    .join(' · ');
}

export const titleOf = ({ table, fields, id }: SiteRecord): string =>
  String(fields[tableOf(table).title] ?? id);

/** Names as a sentence bears them: so many, and that there are more. */
export const fewOf = (names: readonly string[], most: number): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ', …' : '');

/** Records as a sentence names them. */
export const named = (records: readonly SiteRecord[]): { count: number; names: string } => ({
  count: records.length,
  names: fewOf(records.map(titleOf), 5),
});

function listed(
  { id, table, title, state, change, cells, sides }: MergedRecord,
  open: ReadonlyMap<string, number>,
  tick: OpenOf<'needs-tick'> | undefined,
  { decisions }: Merging,
): readonly UpdateRecord[] {
  if (state === 'unchanged') return [];
  const given = decisions.ticks[id];
  const conflicts = Object.values(cells).reduce((sum, cell) => {
    if (cell.state !== 'conflict') return sum;
    return sum + (cell.regions?.filter(({ kind }) => kind === 'conflict').length ?? 1);
  }, 0);
  const shown: UpdateRecord = {
    id,
    table,
    title,
    state,
    change,
    ...(!sides.ours !== !sides.theirs && { only: sides.ours ? ('ours' as const) : ('theirs' as const) }),
    // What was decided when it said something else is one, whether it goes together or not.
    conflicts: Math.max(conflicts, open.get(id) ?? 0),
    open: open.get(id) ?? 0,
    ...(isGuarded(table, title) && { guarded: true as const }),
  };
  if (!tick) return [shown];
  const allow = given?.shown === tick.shown ? { allow: given.allow } : {};
  return [{ ...shown, tick: { effect: tick.effect, shown: tick.shown, ...allow } }];
}

/** A baseline of an older site: it keeps no relationships. */
export const knowsNoSets = ({ records }: Snapshot): boolean =>
  records.every(({ sets }) => Object.keys(sets).length === 0);

/** @param waiting records that somebody has to look at first: they don’t go in yet */
function countOf({ writes }: Plan, waiting: ReadonlySet<string>): UpdateOverview['writes'] {
  const ops = new Map<string, string>();
  for (const { id, op } of writes) if (!ops.has(id) && !waiting.has(id)) ops.set(id, op);
  const count = (wanted: string) => [...ops.values()].filter((op) => op === wanted).length;
  return {
    create: count('create'),
    update: count('update'),
    link: count('link'),
    deactivate: count('deactivate'),
    reactivate: count('reactivate'),
  };
}
