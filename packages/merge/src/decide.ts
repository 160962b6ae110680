import type { Content, Value } from './canonical/content.ts';
import type { MergedRecord } from './merge-record.ts';
import type { MergedSite } from './merge-site.ts';
import type { Choice, Decisions, Open, Rule } from './outcome/decisions.ts';
import type { Decided } from './outcome/decided.ts';
import { findGone } from './outcome/find-gone.ts';
import { effectOf, guardedColumns, isGuarded, shownAs } from './outcome/guard.ts';
import { resolveCell } from './outcome/resolve-cell.ts';

export interface Decision {
  readonly records: readonly Decided[];
  /** While anything is open, nothing can be planned. */
  readonly open: readonly Open[];
  /** Choices about what isn't there any more, because somebody changed the site in the meantime. */
  readonly stale: readonly Choice[];
}

/** Applies decisions to a merge. What nobody decided stays open; nothing is assumed. */
export function decide(site: MergedSite, decisions: Decisions): Decision {
  const choices = new Map<string, Choice[]>();
  for (const choice of decisions.choices) {
    const key = keyOf(choice.record, choice.cell);
    choices.set(key, [...(choices.get(key) ?? []), choice]);
  }
  const outdated = new Set(decisions.outdated?.map(({ record, cell }) => keyOf(record, cell)));
  const cells = new Set(
    site.records.flatMap(({ id, cells }) => Object.keys(cells).map((name) => keyOf(id, name))),
  );
  const open: Open[] = site.questions.map(({ theirs }) => ({ why: 'question', theirs }));
  const records = site.records.map((record): Decided => {
    const settle = (name: string) => {
      const cell = record.cells[name];
      if (!cell) return undefined;
      const key = keyOf(record.id, name);
      const chosen = choices.get(key) ?? [];
      // What somebody wanted otherwise, no rule and no merge decides instead.
      const anew = chosen.length === 0 && outdated.has(key);
      const rule = anew ? undefined : decisions.rules.find((each) => fits(each, record, name));
      const resolved = resolveCell(cell, chosen, rule?.take);
      if ('value' in resolved && !anew) return resolved;
      open.push({
        why: 'conflict',
        record: record.id,
        cell: name,
        ...('open' in resolved && resolved.open && { regions: resolved.open }),
        ...(anew && { outdated: true as const }),
      });
      return { value: cell.state === 'conflict' ? cell.mine : cell.ours };
    };
    const says = saysOf(record, settle);
    const before = saidBy(record.sides.ours);
    const effect = effectOf(record.table, before, says);
    if (effect === undefined || effect === 'narrower') return { record, says };
    const [shown, given] = [shownAs(before, says), decisions.ticks[record.id]];
    const tick = given?.shown === shown ? given : undefined;
    if (tick?.allow) return { record, says };
    if (!tick) open.push({ why: 'needs-tick', record: record.id, effect, shown });
    return { record, says: before };
  });
  return {
    records,
    open: [...open, ...findGone(records)],
    stale: decisions.choices.filter(({ record, cell }) => !cells.has(keyOf(record, cell))),
  };
}

const keyOf = (record: string, cell: string): string => `${record} ${cell}`;

const fits = (rule: Rule, { table, title }: MergedRecord, cell: string): boolean =>
  (rule.table === undefined || rule.table === table) &&
  (rule.cell === undefined || rule.cell === cell) &&
  !(rule.spares && (isGuarded(table, title) || guardedColumns.has(cell)));

export const saidBy = (content: Content | undefined): Map<string, Value | undefined> | undefined =>
  content && new Map([...content].map(([name, { value }]) => [name, value]));

function saysOf(
  { sides, cells }: MergedRecord,
  settle: (name: string) => { value: Value | undefined } | undefined,
): Map<string, Value | undefined> | undefined {
  const presence = settle('presence');
  const isThere = presence ? presence.value === true : sides.ours !== undefined;
  if (!isThere) return undefined;
  const says = saidBy(sides.ours ?? sides.theirs ?? sides.base) ?? new Map<string, Value | undefined>();
  for (const name of Object.keys(cells)) if (name !== 'presence') says.set(name, settle(name)?.value);
  for (const [name, value] of says) if (value === undefined) says.delete(name);
  return says;
}
