import type { Plan } from '@portico/merge/plan';
import type { Change } from '@portico/plan/action';
import { type Message, msg, text } from '@portico/plan/text';
import type { Merging } from '../../site-config/merge-kept.ts';
import { fewOf, namesOf } from '../../site-config/overview.ts';

const says = {
  create: msg({
    id: 'apply-update.change.create',
    defaultMessage: 'Create {count, plural, one {a record} other {# records}}: {names}',
  }),
  update: msg({
    id: 'apply-update.change.update',
    defaultMessage: 'Change {count, plural, one {a record} other {# records}}: {names}',
  }),
  link: msg({
    id: 'apply-update.change.link',
    defaultMessage:
      'Change who or what {count, plural, one {a record is} other {# records are}} given to: {names}',
  }),
  deactivate: msg({
    id: 'apply-update.change.deactivate',
    defaultMessage: 'Deactivate {count, plural, one {a record} other {# records}}: {names}',
  }),
  reactivate: msg({
    id: 'apply-update.change.reactivate',
    defaultMessage: 'Activate {count, plural, one {a record} other {# records}} again: {names}',
  }),
  delete: msg({
    id: 'apply-update.change.delete',
    defaultMessage: 'Delete {count, plural, one {a record} other {# records}}: {names}',
  }),
} satisfies Record<Plan['writes'][number]['op'], Message>;
const restart = msg({
  id: 'apply-update.change.restart',
  defaultMessage: 'Restart the site: it is away for some minutes',
});

/** One line of a dry run about records. All of their names are in the plan as a file. */
export const line = (says: Message, titles: readonly string[]): Change => ({
  system: 'Dataverse',
  says: text(says, { count: titles.length, names: fewOf(titles, 12) }),
  undo: 'possible',
});

/** So that visitors see at once what was written. */
export const restartLine: Change = { system: 'Power Pages', says: text(restart), undo: 'impossible' };

/** The dry run: a line for each kind of write, with the names of what it is about. */
export function changesOf(merging: Merging, { writes }: Plan): readonly Change[] {
  const named = namesOf(merging);
  const lines = (Object.keys(says) as (keyof typeof says)[]).flatMap((op): Change[] => {
    const ids = [...new Set(writes.flatMap((write) => (write.op === op ? [write.id] : [])))];
    if (ids.length === 0) return [];
    const titles = ids.map((id) => named(id).title);
    return [line(says[op], titles)];
  });
  if (lines.length === 0) return [];
  return [...lines, restartLine];
}
