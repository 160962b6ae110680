import type { Plan } from '@portico/merge/plan';
import type { World } from '@portico/twin/world';
import type { Disk, Entry } from '../disk.ts';
import type { Edit, Edits } from './edits.ts';
import { secret } from './template.ts';
import { doubled, type Standing, standingOf, touchesNew } from './truth.ts';
import type { WriteWatch } from './watch-writes.ts';

interface End {
  readonly twin: World;
  readonly watch: WriteWatch;
  readonly disk: Disk;
  readonly edits: Edits;
  readonly entry: Entry;
  /** What the update was that is applied or taken back, and how much of it was in the site before. */
  readonly plan: Plan;
  readonly before: Standing;
  /** Records that somebody edited since the site was looked at. */
  readonly edited: ReadonlySet<string>;
  /** Whether somebody decided against an edit. */
  readonly forgoes: (edit: Edit) => boolean;
  readonly kept: readonly string[];
  readonly broken: (words: string) => void;
}

/** With these a person reads what is the matter, decides or waits, and starts again. */
const resumable = new Set([
  'site-edited',
  'update-undecided',
  'update-unfinished',
  'update-gone',
  'upstream-unavailable',
  'upstream-throttled',
  'outcome-unknown',
]);
/** After these it may be in the site by halves, and says so. */
const interrupted = new Set(['cancelled', 'upstream-unavailable', 'upstream-throttled', 'outcome-unknown']);

export const isHalf = ({ there, away, neither }: Standing): boolean =>
  neither.length > 0 || (there > 0 && away > 0);

/** What must hold when an operation has ended; answers how it ended. */
export function judgeEnd({
  twin,
  watch,
  disk,
  edits,
  entry,
  plan,
  before,
  edited,
  forgoes,
  kept,
  broken,
}: End) {
  const { event } = entry;
  if (event.type !== 'operation-finished') throw new Error('Only an end is judged.');
  const { operation, outcome, problem } = event;
  const told = disk.journal
    .map((each) => each.event)
    .filter((each) => 'operation' in each && each.operation === operation);
  const action = told.flatMap((each) => (each.type === 'operation-started' ? [each.action] : []))[0];
  const { code = '' } = problem ?? {};
  if (outcome === 'failed' && !resumable.has(code)) broken(`fails for good: ${JSON.stringify(problem)}`);

  const standing = standingOf(twin, plan, edited);
  const words = JSON.stringify(standing);
  if (action === 'apply-update') {
    if (outcome === 'done' && (standing.away > 0 || standing.neither.length > 0))
      broken(`done, and not all there: ${words}`);
    const stuck = code === 'site-edited' && touchesNew(twin, plan, edited);
    const isThere = standing.there > 0 && standing.away === 0 && standing.neither.length === 0;
    if (code === 'site-edited' && isThere && before.there === 0 && !stuck)
      broken(`all there, and says that it isn’t: ${words}`);
    if (
      isHalf(standing) &&
      !isHalf(before) &&
      !stuck &&
      !interrupted.has(outcome === 'cancelled' ? outcome : code)
    )
      broken(`half applied, and says ${code}: ${words}`);
  } else {
    if (outcome === 'done' && (standing.there > 0 || standing.neither.length > 0))
      broken(`done, and still there: ${words}`);
    if (isHalf(standing) && !isHalf(before)) broken(`half taken back: ${words}`);
  }

  // No version tells of relationships: what changes between the last look and the write is seen by nobody.
  const unseen = ({ id, cell, at }: Edit) =>
    cell.startsWith('role ') &&
    watch.written.some(
      (each) => each.accepted && each.ids.includes(id) && each.at >= at && each.at - at < 6000,
    );
  // A role that the update gives its own new row can't be told from the same role given by somebody: both go with it.
  const given = ({ id, cell }: Edit) =>
    plan.writes.some((write) => write.op === 'create' && write.id === id) &&
    plan.writes.some((write) => write.op === 'link' && write.id === id && write.add.includes(cell.slice(5)));
  // Each of its records may have been edited since: then only its end tells that it is in the site.
  const isIn = standing.there > 0 || (action === 'apply-update' && outcome === 'done');
  for (const edit of edits.all())
    if (!edits.holds(edit) && !unseen(edit) && !given(edit) && !(isIn && forgoes(edit)))
      broken(`lost: ${edit.table} ${edit.id} ${edit.cell} ${JSON.stringify(edit.value)}`);
  edits.forgive((edit) => !edits.holds(edit));
  for (const twice of doubled(twin)) broken(`there twice: ${twice}`);

  const wrote = told.flatMap((each) => (each.type === 'operation-wrote' ? [each] : []));
  const sent = watch.written.filter((each) => each.operation === operation && each.accepted);
  for (const { name } of sent)
    if (!wrote.some(({ key }) => key === name))
      broken(`untold: ${name} arrived, and the journal doesn’t say so`);
  for (const { key, unsure } of wrote)
    if (key !== 'restart' && !unsure && !sent.some(({ name }) => name === key) && edited.size === 0)
      broken(`told, and never taken: ${key}`);
  if (outcome === 'done' && wrote.some(({ unsure }) => unsure)) broken('done, and unsure of what it wrote');
  if (told.filter(({ type }) => type === 'operation-finished').length !== 1)
    broken(`${operation} ends more than once`);
  if (kept.some((text) => text.includes(secret)) || JSON.stringify(disk.journal).includes(secret))
    broken('a secret is kept');
  return { outcome: `${outcome}${code ? ` with ${code}` : ''}`, standing };
}
