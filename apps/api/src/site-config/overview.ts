import type { UpdateOverview, UpdateQuestion, UpdateRecord } from '@portico/contract/update';
import { checkTexts } from '@portico/merge/check-text';
import { decide } from '@portico/merge/decide';
import type { MergedRecord } from '@portico/merge/merge-record';
import type { Open } from '@portico/merge/outcome/decisions';
import type { Plan } from '@portico/merge/plan';
import { planWrites } from '@portico/merge/plan-writes';
import type { SiteRecord } from '@portico/merge/record';
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
  const named = namesOf(merging);
  const faults = await checkTexts(decision);
  const ticks = new Map(
    decide(site, { ...decisions, ticks: {} })
      .open.filter(isOf('needs-tick'))
      .map((each) => [each.record, each]),
  );
  const open = new Map<string, number>();
  for (const { record, regions } of decision.open.filter(isOf('conflict')))
    open.set(record, (open.get(record) ?? 0) + (regions?.length ?? 1));
  const plan = planOf(merging);
  return {
    sides: {
      baseline: { at: sides.baseline.at, origin: sides.baseline.content.snapshot.origin },
      live: { at: sides.live.at, records: sides.live.content.snapshot.records.length },
      template: { at: sides.template.at, records: sides.template.content.snapshot.records.length },
    },
    records: site.records.flatMap((record) => listed(record, open, ticks.get(record.id), merging)),
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
    leftOut: site.leftOut.filter(({ table }) => !tableOf(table).global).length,
    stale: decision.stale.length,
    ...(plan && faults.length === 0 ? { writes: countOf(plan) } : {}),
  };
}

/** Undefined while anything is open. */
export const planOf = ({ decision }: Merging): Plan | undefined =>
  decision.open.length > 0 ? undefined : planWrites(decision);

/** What a person calls records, whichever side they are of. */
export function namesOf({
  sides,
  site,
}: Pick<Merging, 'sides' | 'site'>): (id: string) => { id: string; title: string } {
  // New ones have an id here that no side knows yet.
  const titles = new Map(site.records.map(({ id, title }) => [id, title]));
  for (const side of [sides.template, sides.baseline, sides.live])
    for (const record of side.content.snapshot.records) titles.set(record.id, titleOf(record));
  return (id) => ({ id, title: titles.get(id) ?? id });
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
  { id, table, title, state, change, cells }: MergedRecord,
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
  const shown: UpdateRecord = { id, table, title, state, change, conflicts, open: open.get(id) ?? 0 };
  if (!tick) return [shown];
  const allow = given?.shown === tick.shown ? { allow: given.allow } : {};
  return [{ ...shown, tick: { effect: tick.effect, shown: tick.shown, ...allow } }];
}

function countOf({ writes }: Plan): NonNullable<UpdateOverview['writes']> {
  const count = (op: string) => writes.filter((write) => write.op === op).length;
  return {
    create: count('create'),
    update: count('update'),
    link: count('link'),
    deactivate: count('deactivate'),
    reactivate: count('reactivate'),
  };
}
