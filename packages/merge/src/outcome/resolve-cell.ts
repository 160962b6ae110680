import type { Value } from '../canonical/content.ts';
import { plainly } from '../canonical/style.ts';
import type { MergedCell } from '../values/merge-cell.ts';
import type { Choice } from './decisions.ts';

/** What a cell becomes; without `value` it is open, in these conflicts of a text or as a whole. */
export type Resolved =
  | { readonly value: Value | undefined }
  | { readonly open: readonly number[] | undefined };

/** A choice that a cell doesn't have, such as both of two numbers. */
export class NoSuchChoice extends Error {}

/** Applies what was decided of a cell, and a rule's side where nothing was. */
export function resolveCell(
  cell: MergedCell,
  choices: readonly Choice[],
  rule?: 'mine' | 'theirs',
): Resolved {
  const whole = choices.findLast((choice) => choice.take === 'edit' || choice.region === undefined);
  if (whole?.take === 'edit') return { value: written(cell, whole.value) };
  const take = whole?.take ?? (cell.state === 'conflict' ? rule : undefined);
  if (cell.state === 'conflict' && cell.regions) return resolveRegions(cell.regions, choices, take);
  if (take === undefined) return cell.state === 'conflict' ? { open: undefined } : { value: cell.value };
  if (take === 'both') return { value: bothOf(cell) };
  if (cell.state === 'conflict') return { value: take === 'mine' ? cell.mine : cell.yours };
  return { value: take === 'mine' ? cell.ours : cell.theirs };
}

type Take = Choice['take'] | undefined;

function resolveRegions(
  regions: NonNullable<Extract<MergedCell, { state: 'conflict' }>['regions']>,
  choices: readonly Choice[],
  otherwise: Take,
): Resolved {
  const open: number[] = [];
  let [text, index] = ['', 0];
  for (const region of regions) {
    if (region.kind !== 'conflict') {
      text += region.text;
      continue;
    }
    const own = choices.findLast((choice) => choice.take !== 'edit' && choice.region === index);
    const take = own?.take ?? otherwise;
    if (take === undefined) open.push(index);
    else if (take === 'both') text += ended(region.ours) + region.theirs;
    else text += take === 'mine' ? region.ours : region.theirs;
    index += 1;
  }
  return open.length > 0 ? { open } : { value: plainly(text) || undefined };
}

/** A value as somebody wrote it; browsers write line ends of their own. */
function written({ kind, ours, theirs, base }: MergedCell, value: Value | undefined): Value | undefined {
  const like = ours ?? theirs ?? base;
  const isFit =
    value === undefined || (Array.isArray(like) ? Array.isArray(value) : typeof value === typeof like);
  if (!isFit) throw new NoSuchChoice(`A cell of the kind ${kind} can't hold this value`);
  return typeof value === 'string' ? plainly(value) || undefined : value;
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function bothOf({ kind, ours, theirs }: MergedCell): Value {
  if (kind === 'set' && Array.isArray(ours) && Array.isArray(theirs))
    return [...new Set<string>([...ours, ...theirs])].sort();
  throw new NoSuchChoice(`Of a cell of the kind ${kind} both sides can't be taken`);
}
