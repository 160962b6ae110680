import type { UpdateCell } from '@portico/contract/update';

type Conflicted = Extract<UpdateCell['merged'], { state: 'conflict' }>;
export type Region = NonNullable<Conflicted['regions']>[number];
export type Conflict = Extract<Region, { kind: 'conflict' }>;
export type Take = 'mine' | 'theirs' | 'both';

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** What one conflict becomes. */
export const taken = ({ ours, theirs }: Conflict, take: Take): string =>
  take === 'both' ? ended(ours) + theirs : take === 'mine' ? ours : theirs;

/**
 * A text as it would be now, for somebody to go on writing: what is decided as decided, what isn't with this site's
 * words, and in the place of some conflicts other words.
 * @returns the text, and how many conflicts nobody has decided
 */
export function wholeText(
  regions: readonly Region[],
  takes: readonly (Take | undefined)[],
  instead: Readonly<Record<number, string>> = {},
): { readonly text: string; readonly open: number } {
  let [text, open, index] = ['', 0, 0];
  for (const region of regions) {
    if (region.kind !== 'conflict') {
      text += region.text;
      continue;
    }
    const take = takes[index];
    const words = instead[index];
    if (words === undefined && take === undefined) open += 1;
    text += words ?? taken(region, take ?? 'mine');
    index += 1;
  }
  // The merge ends each text with a line's end of its own.
  return { text: text.replace(/\n$/, ''), open };
}

/** The last or the first lines of a passage, as what stands around a conflict. */
export function linesAround(text: string, side: 'before' | 'after', most = 2): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return (side === 'before' ? lines.slice(-most) : lines.slice(0, most)).join('\n');
}
