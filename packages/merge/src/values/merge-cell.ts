import { parseJson } from '../canonical/canonical-json.ts';
import type { Cell, CellKind, Value } from '../canonical/content.ts';
import { plainly } from '../canonical/style.ts';
import { mergeText, type Region, textOf } from '../text/merge-text.ts';
import { type JsonConflict, mergeJson, writeJson } from './merge-json.ts';
import { mergeSet } from './merge-set.ts';

/** Who changed something, since the baseline. `merged`: both did, and it goes together. */
export type Change = 'unchanged' | 'ours' | 'theirs' | 'same' | 'merged';

/** What becomes of one cell; an absent value is undefined. */
export type MergedCell =
  | (Three & { readonly state: Change; readonly value: Value | undefined })
  | (Three & {
      readonly state: 'conflict';
      /** With ours in the places that conflict, and with theirs. */
      readonly mine: Value | undefined;
      readonly yours: Value | undefined;
      /** Of a text: all of it, with what conflicts. */
      readonly regions?: readonly Region[];
      /** Of JSON. */
      readonly places?: readonly JsonConflict[];
    });
interface Three {
  readonly kind: CellKind | 'presence' | 'order';
  readonly base: Value | undefined;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/** Merges one cell; undefined is absent. */
export function mergeCell(base?: Cell, ours?: Cell, theirs?: Cell): MergedCell {
  const kind = (ours ?? theirs ?? base)?.kind ?? 'scalar';
  const three: Three = { kind, base: base?.value, ours: ours?.value, theirs: theirs?.value };
  const [before, mine, yours] = [base?.same, ours?.same, theirs?.same];
  if (mine === yours) return { ...three, state: mine === before ? 'unchanged' : 'same', value: three.ours };
  // A secret is known by its mark only, so there is nothing to write.
  if (kind === 'secret' || theirs?.kind === 'secret')
    return { ...three, state: mine === before ? 'unchanged' : 'ours', value: three.ours };
  if (yours === before) return { ...three, state: 'ours', value: three.ours };
  if (mine === before) return { ...three, state: 'theirs', value: three.theirs };
  return bothChanged(three);
}

function bothChanged(three: Three): MergedCell {
  const { kind, base, ours, theirs } = three;
  switch (kind) {
    case 'set': {
      const value = mergeSet(list(base), list(ours), list(theirs));
      return { ...three, state: 'merged', value: value.length > 0 ? value : undefined };
    }
    case 'json':
    case 'languages':
      return bothChangedJson(three) ?? opposed(three);
    case 'liquid':
    case 'script':
    case 'style':
    case 'plain': {
      const regions = mergeText(lined(base), lined(ours), lined(theirs));
      const value = textOf(regions);
      if (value !== undefined) return { ...three, state: 'merged', value: plainly(value) || undefined };
      return {
        ...three,
        state: 'conflict',
        mine: pick(regions, 'ours'),
        yours: pick(regions, 'theirs'),
        regions,
      };
    }
    case 'scalar':
    case 'reference':
    case 'body':
    case 'secret':
    case 'presence':
    case 'order':
  }
  return opposed(three);
}

const opposed = (three: Three): MergedCell => ({
  ...three,
  state: 'conflict',
  mine: three.ours,
  yours: three.theirs,
});

/** @returns undefined when one of the texts isn't JSON, or one side has none */
function bothChangedJson(three: Three): MergedCell | undefined {
  const [before, mine, yours] = [three.base, three.ours, three.theirs].map((one) => parseJson(text(one)));
  if (mine === undefined || yours === undefined || (before === undefined && three.base !== undefined))
    return undefined;
  const merged = mergeJson(before, mine, yours);
  const [ours, theirs] = [merged.mine, merged.yours].map((one) => writeJson(one, text(three.ours)));
  if (merged.conflicts.length === 0) return { ...three, state: 'merged', value: ours };
  return { ...three, state: 'conflict', mine: ours, yours: theirs, places: merged.conflicts };
}

/** The text with one side's words in the places that conflict, and everything else merged. */
const pick = (regions: readonly Region[], side: 'ours' | 'theirs'): string | undefined =>
  plainly(regions.map((region) => (region.kind === 'conflict' ? region[side] : region.text)).join('')) ||
  undefined;

/** The last line is a line like any other: what is added after it doesn't change it. */
const lined = (value: Value | undefined): string => (value === undefined ? '' : `${text(value)}\n`);

const text = (value: Value | undefined): string => (value === undefined ? '' : String(value));
const list = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);
